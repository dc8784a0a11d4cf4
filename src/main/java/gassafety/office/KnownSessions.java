package gassafety.office;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.util.ConcurrentLruCache;

/**
 * Remembers the sessions that were read. A session is read anew only when its row has another version, so that one that
 * ended or changed in another copy of the system has done so here at once.
 *
 * @param <S> the session as the database keeps it
 */
class KnownSessions<S extends Session> implements SessionRepository<KnownSession<S>> {

    private static final int MOST = 5000;

    private final SessionRepository<S> sessions;
    private final Versions versions;
    private final ConcurrentLruCache<Version, Optional<Session>> known = new ConcurrentLruCache<>(MOST, this::read);

    KnownSessions(SessionRepository<S> sessions, Versions versions) {
        this.sessions = sessions;
        this.versions = versions;
    }

    /** Every write of a session writes its row. */
    private record Version(String session, long writtenBy) {}

    @Override
    public KnownSession<S> createSession() {
        return KnownSession.begun(sessions.createSession());
    }

    @Override
    public @Nullable KnownSession<S> findById(String id) {
        return versions.ofSession(id)
                .flatMap(writtenBy -> known.get(new Version(id, writtenBy)))
                .map(session -> new KnownSession<>(session, () -> sessions.findById(id)))
                .orElse(null);
    }

    private Optional<Session> read(Version version) {
        return Optional.ofNullable(sessions.findById(version.session())).map(MapSession::new);
    }

    @Override
    public void save(KnownSession<S> session) {
        S changed = session.changed();
        if (changed != null) {
            sessions.save(changed);
            versions.forgetSession();
        }
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
        versions.forgetSession();
    }
}
