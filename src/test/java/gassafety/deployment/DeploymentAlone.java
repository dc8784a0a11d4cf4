package gassafety.deployment;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The deployment part without the rest of the system: a program that tests start, and kill. */
@Import({DeploymentConfiguration.class, EmbeddedDatabaseConfiguration.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class
})
class DeploymentAlone {

    static final String READY = "the deployment is ready";

    /** Runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        try (var context = SpringApplication.run(DeploymentAlone.class, arguments)) {
            System.out.println(READY);
            System.in.read();
        }
    }
}
