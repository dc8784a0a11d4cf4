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

    /** What the current request knows; null outside requests. */
    private final ThreadLocal<@Nullable Optional<Login>> asked = new ThreadLocal<>();

    Versions(@Qualifier("quick") JdbcClient quick) {
        this.quick = quick;
    }

    private record Login(
            String session,
            long writtenBy,
            @Nullable String username,
            @Nullable Long accountWrittenBy) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        asked.set(Optional.empty());
        try {
            chain.doFilter(request, response);
        } finally {
            asked.remove();
        }
    }

    /** The version of a login; empty when there is none, or it was not used for too long. */
    Optional<Long> ofSession(String session) {
        Optional<Login> before = known().filter(login -> login.session().equals(session));
        if (before.isPresent()) {
            return before.map(Login::writtenBy);
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
        remember(login);
        return login.map(Login::writtenBy);
    }

    /** The version of an account; empty when there is none. */
    Optional<Long> ofAccount(String username) {
        Optional<Login> before = known().filter(login -> username.equals(login.username()));
        if (before.isPresent()) {
            return before.map(Login::accountWrittenBy);
        }
        return quick.sql("select cast(cast(xmin as text) as bigint) from account where username = ?")
                .param(username)
                .query(Long.class)
                .optional();
    }

    /** The login was written or ended in this request. */
    void forgetSession() {
        remember(Optional.empty());
    }

    private Optional<Login> known() {
        Optional<Login> login = asked.get();
        return login == null ? Optional.empty() : login;
    }

    private void remember(Optional<Login> login) {
        if (asked.get() != null) {
            asked.set(login);
        }
    }
}
