package gassafety.deployment;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
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

    /** With an external database the key is named; the embedded one has its key beside it in the data folder. */
    @Bean
    SigningKeys signingKeys(@Value("${gassafety.signing-key:}") String named, ObjectProvider<EmbeddedServer> embedded)
            throws IOException {
        EmbeddedServer server = embedded.getIfAvailable();
        if (!named.isBlank()) {
            return SigningKeyFile.read(Path.of(named.strip()));
        }
        if (server == null) {
            throw SigningKeyFile.notNamed();
        }
        return SigningKeyFile.read(SecretFile.readyOrMade(server.data(), "signing-key.pem", SigningKeyFile::make));
    }

    /** As with the signing key; an external database without one can still do all but take ID numbers. */
    @Bean
    PersonKey personKey(@Value("${gassafety.person-key:}") String named, ObjectProvider<EmbeddedServer> embedded)
            throws IOException {
        EmbeddedServer server = embedded.getIfAvailable();
        if (!named.isBlank()) {
            return PersonKey.read(Path.of(named.strip()));
        }
        return server == null
                ? PersonKey.none()
                : PersonKey.read(SecretFile.readyOrMade(server.data(), "person-key", PersonKey::make));
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
