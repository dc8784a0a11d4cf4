package gassafety.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the server refuses before the application sees it, such as an address that can't be decoded: told in Chinese. */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private static class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            Problem problem = response.getStatus() >= 500
                    ? Problem.unexpected()
                    : Problem.malformed(org.springframework.http.HttpStatus.BAD_REQUEST);
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            try (Writer page = response.getReporter()) {
                if (page != null) {
                    page.write("""
                            <!DOCTYPE html>
                            <html lang="zh-CN">
                            <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
                            <body><h1>%1$s</h1><p>%2$s</p><p>%3$s</p><p>%4$s</p><p><a href="/">回到工作台</a></p></body>
                            </html>
                            """.formatted(problem.title(), problem.happened(), problem.kept(), problem.next()));
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException gone) {
                // nobody is left to read it
            }
        }
    }
}
