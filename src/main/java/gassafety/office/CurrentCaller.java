package gassafety.office;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The caller of the current request, read from the database once per request so that a lost right is lost at once. */
@Component
public class CurrentCaller {

    private static final String KEY = CurrentCaller.class.getName();

    private final Callers callers;

    CurrentCaller(Callers callers) {
        this.callers = callers;
    }

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
        Optional<Caller> caller = callers.byUsername(authentication.getName());
        caller.ifPresent(found -> request.setAttribute(KEY, found, RequestAttributes.SCOPE_REQUEST));
        return caller;
    }

    Caller require() {
        return find().orElseThrow(() -> new org.springframework.security.access.AccessDeniedException("no account"));
    }
}
