package gassafety.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A page says with its background requests for whom it was made. When somebody else has logged in meanwhile they count
 * as not logged in: what one person wrote is never saved under another's name.
 */
class SameAccount implements HandlerInterceptor {

    static final String HEADER = "X-Account";

    private final CurrentCaller current;

    SameAccount(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String said = request.getHeader(HEADER);
        boolean same = said == null
                || current.find()
                        .map(caller -> String.valueOf(caller.accountId()).equals(said))
                        .orElse(true);
        if (!same) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        return same;
    }
}
