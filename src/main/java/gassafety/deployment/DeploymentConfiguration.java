package gassafety.deployment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeploymentConfiguration {

    @Bean
    Deployment deployment(
            @Value("${spring.datasource.url:}") String externalDatabase,
            @Value("${gassafety.demo:}") String demo,
            @Value("${gassafety.data}") Path data) {
        boolean embedded = externalDatabase.isBlank();
        return new Deployment(embedded, demo.isBlank() ? embedded : Boolean.parseBoolean(demo), data);
    }
}
