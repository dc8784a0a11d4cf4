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
        return new Deployment(embedded, demo.isBlank() ? embedded : Boolean.parseBoolean(demo), data);
    }
}
