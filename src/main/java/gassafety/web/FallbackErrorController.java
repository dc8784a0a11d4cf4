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
class FallbackErrorController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == null || status == HttpStatus.NOT_FOUND) {
            return ErrorPages.page(Problem.notFound());
        }
        if (status == HttpStatus.FORBIDDEN) {
            return ErrorPages.page(Problem.forbidden("您的岗位不能打开这个页面或做这个操作；也可能是页面打开太久，校验信息已失效。"));
        }
        if (status.is5xxServerError()) {
            return ErrorPages.page(Problem.unexpected());
        }
        return ErrorPages.page(Problem.malformed(status));
    }
}
