package gassafety.deployment;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The database that was named doesn't let us in: not there, not ours, or not existing. */
@Order(2)
class ExternalDatabaseAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    private final Environment environment;

    ExternalDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, PSQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        StartupProblem problem = problem(state, address(), refused.getMessage());
        return problem == null ? null : new FailureAnalysis(problem.inBothLanguages(), null, failure);
    }

    private static @Nullable StartupProblem problem(String state, String address, @Nullable String details) {
        if (state.startsWith("08")) {
            return new StartupProblem(
                    "连接不上数据库 " + address + "（" + details + "）。请检查 SPRING_DATASOURCE_URL，并确认数据库已启动、网络可达。",
                    "The database " + address + " can't be reached. Check SPRING_DATASOURCE_URL, and that the database"
                            + " runs and the network lets us through.");
        }
        if (state.startsWith("28")) {
            return new StartupProblem(
                    "数据库 " + address + " 拒绝了用户名或密码。请检查 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD。",
                    "The database " + address + " refused the user name or password."
                            + " Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
        if (state.equals("3D000")) {
            return new StartupProblem(
                    "数据库 " + address + " 不存在。请先建库，或改正 SPRING_DATASOURCE_URL。",
                    "The database " + address + " does not exist. Create it first, or correct SPRING_DATASOURCE_URL.");
        }
        return null;
    }

    /** Without what follows the question mark, which may hold a password. */
    private String address() {
        String url = environment.getProperty("spring.datasource.url", "");
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
