package gassafety.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private static final byte[] MESSAGE = "检查记录".getBytes(StandardCharsets.UTF_8);

    /** RFC 8410, section 10: the private key of the first example and its public key. */
    private static final String KNOWN_PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String KNOWN_PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    @TempDir
    Path folder;

    @Test
    void aPrivateKeyAloneIsEnoughAsOpensslMakesIt() throws Exception {
        SigningKeys keys = read(KNOWN_PRIVATE);
        SigningKeys others = read(SigningKeyFile.make() + KNOWN_PUBLIC);
        assertThat(others.verify(keys.currentId(), MESSAGE, keys.sign(MESSAGE))).isTrue();
    }

    @Test
    void aRetiredKeyStillVerifiesWhatItSignedAndNoLongerWithoutItsPublicKey() throws Exception {
        SigningKeys before = read(KNOWN_PRIVATE);
        byte[] signature = before.sign(MESSAGE);
        String fresh = SigningKeyFile.make();
        SigningKeys rotated = read(fresh + KNOWN_PUBLIC);
        assertThat(rotated.currentId()).isNotEqualTo(before.currentId());
        assertThat(rotated.verify(before.currentId(), MESSAGE, signature)).isTrue();
        assertThat(rotated.verify(rotated.currentId(), MESSAGE, signature)).isFalse();
        assertThat(read(fresh).knows(before.currentId())).isFalse();
        assertThat(read(fresh).verify(before.currentId(), MESSAGE, signature)).isFalse();
    }

    @Test
    void anythingButOnePrivateKeyOfItsKindIsRefused() throws Exception {
        KeyPair x25519 = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        for (String wrong : new String[] {
            "",
            "secret",
            KNOWN_PUBLIC,
            KNOWN_PRIVATE + SigningKeyFile.make(),
            KNOWN_PRIVATE.replace("PRIVATE", "ENCRYPTED PRIVATE"),
            KNOWN_PRIVATE.replace("MC4CAQ", "MC4CAx"),
            SigningKeyFile.pem("PRIVATE KEY", x25519.getPrivate().getEncoded())
        }) {
            assertThatExceptionOfType(StartupProblem.class).as(wrong).isThrownBy(() -> read(wrong));
        }
    }

    private SigningKeys read(String pem) throws Exception {
        return SigningKeyFile.read(Files.writeString(folder.resolve("key.pem"), pem));
    }
}
