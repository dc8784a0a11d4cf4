package gassafety.office;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever still has a password that someone else gave them gets no page but the one to change it. */
class ForcedPasswordChange extends OncePerRequestFilter {

    private static final List<String> OPEN =
            List.of("/password", "/logout", "/login", "/csrf", "/offline", "/sw.js", "/error", "/favicon.ico");
    private static final List<String> OPEN_FOLDERS = List.of("/css/", "/js/", "/icons/", "/webjars/");

    private final CurrentCaller current;

    ForcedPasswordChange(CurrentCaller current) {
        this.current = current;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (current.find().filter(Caller::mustChangePassword).isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/password");
    }
}
