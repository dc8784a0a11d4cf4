package gassafety.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Another program has the port of the pages. */
@Order(1)
class WebPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        int port = taken.getPort();
        StartupProblem problem = new StartupProblem(
                "网页端口 " + port + " 已被别的程序占用。请停止那个程序，或用 SERVER_PORT 指定另一个端口。",
                "The web port " + port + " is taken by another program."
                        + " Stop that program, or name another port in SERVER_PORT.");
        return new FailureAnalysis(problem.inBothLanguages(), null, failure);
    }
}
