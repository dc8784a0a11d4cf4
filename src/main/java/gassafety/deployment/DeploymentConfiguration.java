package gassafety.deployment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class DeploymentConfiguration {

    @Bean
    Deployment deployment(
            Environment environment, @Value("${gassafety.demo:}") String demo, @Value("${gassafety.data}") Path data) {
        boolean embedded = NoExternalDatabase.holds(environment);
        return new Deployment(embedded, isDemo(demo.strip(), embedded), data);
    }

    private static boolean isDemo(String wanted, boolean embedded) {
        return switch (wanted) {
            case "" -> embedded;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new StartupProblem(
                        "GASSAFETY_DEMO=" + wanted + " 无法识别，应为 true 或 false。",
                        "GASSAFETY_DEMO=" + wanted + " is not understood: give true or false.");
        };
    }
}
