package gassafety.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Errors raised outside the controllers: by filters, by the security chain, by the server itself. */
@Controller
public class FallbackErrorController implements ErrorController {

    /** Attribute of a request that was refused because its form had expired. */
    public static final String EXPIRED = "gassafety.expired";

    @RequestMapping("${server.error.path:/error}")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == null || status == HttpStatus.NOT_FOUND) {
            return ErrorPages.page(Problem.notFound());
        }
        if (status == HttpStatus.FORBIDDEN) {
            return request.getAttribute(EXPIRED) == null
                    ? ErrorPages.page(Problem.forbidden("您的岗位不能打开这个页面或做这个操作。"))
                    : ErrorPages.page(Problem.expired(), request);
        }
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return ErrorPages.page(Problem.tooLarge());
        }
        if (status.is5xxServerError()) {
            return ErrorPages.page(Problem.unexpected());
        }
        return ErrorPages.page(Problem.malformed(status));
    }
}
