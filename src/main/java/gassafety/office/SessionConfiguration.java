package gassafety.office;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Sessions are rows and end after 30 minutes without use; requests see them through what is known of them. */
@Configuration
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 1800)
class SessionConfiguration {

    @Bean
    @Primary
    SessionRepository<? extends Session> knownSessions(JdbcIndexedSessionRepository kept, Versions versions) {
        return knowing(kept, versions);
    }

    private static <S extends Session> KnownSessions<S> knowing(SessionRepository<S> kept, Versions versions) {
        return new KnownSessions<>(kept, versions);
    }
}
