package gassafety.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded server's password: random, made once, in a file that only the folder's owner can read. */
final class ServerPassword {

    private static final String NAME = "database-password";
    private static final int BYTES = 24;

    private ServerPassword() {}

    static Path file(DataFolder data) {
        return data.file(NAME);
    }

    static String readOrMake(DataFolder data) throws IOException {
        return Files.readString(SecretFile.readyOrMade(data, NAME, ServerPassword::random))
                .strip();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
