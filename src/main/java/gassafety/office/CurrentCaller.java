package gassafety.office;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The caller of the current request. The person is read anew only when the row of the account has another version, so
 * that a lost right is lost at once.
 */
@Component
public class CurrentCaller {

    private static final String KEY = CurrentCaller.class.getName();

    private static final int MOST = 5000;

    private final Versions versions;
    private final ConcurrentLruCache<Version, Optional<Caller>> known;

    CurrentCaller(Callers callers, Versions versions) {
        this.versions = versions;
        this.known = new ConcurrentLruCache<>(MOST, version -> callers.byUsername(version.username()));
    }

    /** Whatever changes what a person may do writes the account. */
    private record Version(String username, long writtenBy) {}

    /** The caller, or empty when nobody is logged in or the account has been disabled. */
    public Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken || request == null) {
            return Optional.empty();
        }
        if (request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Caller known
                && known.username().equals(authentication.getName())) {
            return Optional.of(known);
        }
        Optional<Caller> caller = read(authentication.getName());
        caller.ifPresent(found -> request.setAttribute(KEY, found, RequestAttributes.SCOPE_REQUEST));
        return caller;
    }

    private Optional<Caller> read(String username) {
        return versions.ofAccount(username).flatMap(writtenBy -> known.get(new Version(username, writtenBy)));
    }

    Caller require() {
        return find().orElseThrow(() -> new org.springframework.security.access.AccessDeniedException("no account"));
    }
}
