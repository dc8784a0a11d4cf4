package gassafety.office;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed log-ins by the name typed: five within fifteen minutes lock it for thirty, by the database's clock. */
@Component
class LoginFailures {

    private final JdbcClient jdbc;

    LoginFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean locked(String username) {
        return jdbc.sql("""
                        select exists (
                            select 1 from login_failure last
                            where last.username = :username and last.failed_at > now() - interval '30 minutes'
                              and (select count(*) from login_failure f
                                   where f.username = last.username and f.failed_at <= last.failed_at
                                     and f.failed_at > last.failed_at - interval '15 minutes') >= 5)
                        """)
                .param("username", shortened(username))
                .query(Boolean.class)
                .single();
    }

    void record(String username) {
        jdbc.sql("insert into login_failure (username) values (:username)")
                .param("username", shortened(username))
                .update();
    }

    void forget(String username) {
        jdbc.sql("delete from login_failure where username = :username")
                .param("username", shortened(username))
                .update();
    }

    private static String shortened(String username) {
        String clean = username.replace("\0", "");
        return clean.length() > 100 ? clean.substring(0, 100) : clean;
    }
}
