package gassafety.deployment;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Messages are in Chinese: a machine without a locale would print question marks, so it gets UTF-8. */
class ConsoleCharset implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Charset.defaultCharset().newEncoder().canEncode('燃')) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "console charset", Map.of("logging.charset.console", StandardCharsets.UTF_8.name())));
        }
    }
}
