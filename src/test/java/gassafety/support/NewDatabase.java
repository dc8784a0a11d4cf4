package gassafety.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each application context of the tests a database of its own, and all of them the same keys. */
public class NewDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path SIGNING_KEY = makeKey();
    private static final Path PERSON_KEY = makePersonKey();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServer.Database database = TestServer.newDatabase();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.username(),
                                "spring.datasource.password", database.password(),
                                "gassafety.signing-key", SIGNING_KEY.toString(),
                                "gassafety.person-key", PERSON_KEY.toString())));
    }

    private static Path makeKey() {
        try {
            Path file = Files.createTempFile("signing-key", ".pem");
            file.toFile().deleteOnExit();
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String body = Base64.getMimeEncoder().encodeToString(key);
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path makePersonKey() {
        try {
            Path file = Files.createTempFile("person-key", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "0123456789abcdef".repeat(4));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
