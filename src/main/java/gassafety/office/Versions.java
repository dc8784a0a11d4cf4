package gassafety.office;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Which transaction wrote the row of a login, and that of the account behind it, last: as long as these are the same,
 * what was read of them before holds. The database is asked once in a request.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class Versions extends OncePerRequestFilter {

    private final JdbcClient quick;
    private final ThreadLocal<@Nullable Asked> asked = new ThreadLocal<>();

    Versions(@Qualifier("quick") JdbcClient quick) {
        this.quick = quick;
    }

    private static final class Asked {
        private @Nullable Login login;
    }

    private record Login(
            String session,
            long writtenBy,
            @Nullable String username,
            @Nullable Long accountWrittenBy) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        asked.set(new Asked());
        try {
            chain.doFilter(request, response);
        } finally {
            asked.remove();
        }
    }

    /** The version of a login; empty when there is none, or it was not used for too long. */
    Optional<Long> ofSession(String session) {
        Asked before = asked.get();
        if (before != null && before.login != null && before.login.session().equals(session)) {
            return Optional.of(before.login.writtenBy());
        }
        Optional<Login> login = quick.sql("""
                        select cast(cast(login.xmin as text) as bigint) as written_by, account.username,
                            cast(cast(account.xmin as text) as bigint) as account_written_by
                        from spring_session login left join account on account.username = login.principal_name
                        where login.session_id = ? and login.expiry_time > ?
                        """)
                .param(session)
                .param(System.currentTimeMillis())
                .query((row, number) -> new Login(
                        session,
                        row.getLong("written_by"),
                        row.getString("username"),
                        row.getObject("account_written_by", Long.class)))
                .optional();
        if (before != null) {
            before.login = login.orElse(null);
        }
        return login.map(Login::writtenBy);
    }

    /** The version of an account; empty when there is none. */
    Optional<Long> ofAccount(String username) {
        Asked before = asked.get();
        if (before != null && before.login != null && username.equals(before.login.username())) {
            return Optional.ofNullable(before.login.accountWrittenBy());
        }
        return quick.sql("select cast(cast(xmin as text) as bigint) from account where username = ?")
                .param(username)
                .query(Long.class)
                .optional();
    }

    /** The login was written or ended in this request. */
    void forgetSession() {
        Asked before = asked.get();
        if (before != null) {
            before.login = null;
        }
    }
}
