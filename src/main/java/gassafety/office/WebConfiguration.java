package gassafety.office;

import gassafety.web.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands {@link Caller} and {@link Scope} to controllers, and turns away who may not read a controller's records. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    private final CurrentCaller current;

    WebConfiguration(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Scope.class;
            }

            @Override
            public @Nullable Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                Caller caller = current.require();
                return parameter.getParameterType() == Caller.class ? caller : caller.scope();
            }
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SameAccount(current));
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof HandlerMethod method) {
                    Reads reads = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Reads.class);
                    if (reads == null) {
                        reads = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Reads.class);
                    }
                    if (reads != null && !current.require().scope().reads(reads.value())) {
                        throw new Forbidden("您的岗位不查看这一类记录。");
                    }
                }
                return true;
            }
        });
    }
}
