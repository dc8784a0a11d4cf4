package gassafety.office;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session as one request sees it: read from what is known already, and fetched from the database only to be changed.
 *
 * @param <S> the session as the database keeps it
 */
final class KnownSession<S extends Session> implements Session {

    /** When a session was used last is written this often, so that a page that is only read writes nothing. */
    private static final Duration SPARING = Duration.ofMinutes(1);

    private final MapSession seen;
    private final Instant usedAsKept;
    private final Supplier<@Nullable S> fetch;
    private @Nullable S kept;

    /** @param fetch gives the session as it is kept, or null when it has ended */
    KnownSession(Session known, Supplier<@Nullable S> fetch) {
        this.seen = new MapSession(known);
        this.usedAsKept = known.getLastAccessedTime();
        this.fetch = fetch;
    }

    static <S extends Session> KnownSession<S> begun(S fresh) {
        KnownSession<S> session = new KnownSession<>(fresh, () -> fresh);
        session.kept = fresh;
        return session;
    }

    /** What has to be written, or null when nothing was changed. */
    @Nullable
    S changed() {
        return kept;
    }

    private @Nullable S toChange() {
        if (kept == null) {
            kept = fetch.get();
            if (kept != null) {
                kept.setLastAccessedTime(seen.getLastAccessedTime());
            }
        }
        return kept;
    }

    private void change(Consumer<S> verb) {
        S session = toChange();
        if (session != null) {
            verb.accept(session);
        }
    }

    @Override
    public String getId() {
        return seen.getId();
    }

    @Override
    public String changeSessionId() {
        S session = toChange();
        String id = session == null ? seen.changeSessionId() : session.changeSessionId();
        seen.setId(id);
        return id;
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return seen.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return seen.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        seen.setAttribute(name, value);
        change(session -> session.setAttribute(name, value));
    }

    @Override
    public void removeAttribute(String name) {
        if (seen.getAttributeNames().contains(name)) {
            seen.removeAttribute(name);
            change(session -> session.removeAttribute(name));
        }
    }

    @Override
    public Instant getCreationTime() {
        return seen.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant used) {
        seen.setLastAccessedTime(used);
        if (kept != null) {
            kept.setLastAccessedTime(used);
        } else if (used.isAfter(usedAsKept.plus(SPARING))) {
            toChange();
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return seen.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration pause) {
        seen.setMaxInactiveInterval(pause);
        change(session -> session.setMaxInactiveInterval(pause));
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return seen.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return seen.isExpired();
    }
}
