package gassafety.office;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** When a session was used last is written once a minute, so that a page that is only read costs no write to the disk. */
@Configuration
class SparingSessions {

    private static final String UPDATE = """
            update spring_session session
            set session_id = now.id, last_access_time = now.used, max_inactive_interval = now.pause,
                expiry_time = now.expires, principal_name = now.principal
            from (values (?, cast(? as bigint), cast(? as integer), cast(? as bigint), ?, ?))
                as now (id, used, pause, expires, principal, key)
            where session.primary_id = now.key
            and (now.used - session.last_access_time > 60000
                or session.session_id <> now.id
                or session.max_inactive_interval <> now.pause
                or session.principal_name is distinct from now.principal)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writingSparingly() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
