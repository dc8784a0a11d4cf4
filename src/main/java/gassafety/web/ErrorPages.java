package gassafety.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Turns what goes wrong into a page in plain Chinese; nothing of the inside is shown. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    static ModelAndView page(Problem problem) {
        ModelAndView page = new ModelAndView("web/problem");
        page.addObject("problem", problem);
        page.setStatus(problem.status());
        return page;
    }

    /** The page with what was written in the form that could not be taken. */
    static ModelAndView page(Problem problem, HttpServletRequest request) {
        return page(problem).addObject("written", isSent(request) ? SentForm.written(request) : Map.of());
    }

    private static boolean isSent(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.GET.name());
    }

    @ExceptionHandler({
        NotFound.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    ModelAndView notFound() {
        return page(Problem.notFound());
    }

    /** Something that no text can be made of, such as a file, was sent where a text belongs. */
    @ExceptionHandler(MethodArgumentConversionNotSupportedException.class)
    ModelAndView malformed() {
        return page(Problem.malformed(HttpStatus.BAD_REQUEST));
    }

    @ExceptionHandler
    ModelAndView forbidden(Forbidden forbidden) {
        return page(Problem.forbidden(String.valueOf(forbidden.getMessage())));
    }

    @ExceptionHandler
    ModelAndView stale(Stale stale, HttpServletRequest request) {
        return page(Problem.stale(String.valueOf(stale.getMessage()), request.getRequestURI()), request);
    }

    @ExceptionHandler
    ModelAndView notNow(NotNow notNow, HttpServletRequest request) {
        return page(Problem.notNow(notNow, isSent(request)), request);
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, PessimisticLockingFailureException.class})
    ModelAndView overtaken(HttpServletRequest request) {
        return page(Problem.stale("您打开页面之后，这条记录已被别人改动。", request.getRequestURI()), request);
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return page(Problem.refused(refusal.sentence()));
    }

    /** Leads back to the list without the filter that it does not know. */
    @ExceptionHandler
    ModelAndView refused(WrongFilter wrong, HttpServletRequest request) {
        UriComponentsBuilder list =
                UriComponentsBuilder.fromPath(request.getRequestURI().replaceFirst("[.]xlsx$", ""));
        Map<String, Object> kept = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(wrong.filter()) && !name.equals("page") && !values[0].isEmpty()) {
                String variable = "v" + kept.size();
                list.queryParam(UriUtils.encode(name, StandardCharsets.UTF_8), "{" + variable + "}");
                kept.put(variable, values[0]);
            }
        });
        return page(Problem.wrongFilter(wrong.sentence()))
                .addObject("without", list.encode().buildAndExpand(kept).toUriString());
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge) {
        return page(Problem.tooLarge());
    }

    @ExceptionHandler
    ModelAndView contradicts(DataIntegrityViolationException violation) {
        LOG.warn("the database refused a change", violation);
        return page(Problem.refused("提交的内容与已有记录冲突，或超出了允许的长度，数据库没有接受。"));
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("the client went away", gone);
    }

    @ExceptionHandler
    ModelAndView other(Exception exception, HttpServletResponse response) {
        if (exception instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            known.getHeaders()
                    .forEach((name, values) -> values.stream()
                            .filter(value -> !name.equalsIgnoreCase(HttpHeaders.ACCEPT))
                            .forEach(value -> response.addHeader(name, value)));
            return page(Problem.malformed(status));
        }
        LOG.error("unexpected failure", exception);
        return page(Problem.unexpected());
    }
}
