package gassafety.deployment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded server's password: random, made once, in a file that only the folder's owner can read. */
final class ServerPassword {

    private static final int BYTES = 24;

    private ServerPassword() {}

    static Path file(DataFolder data) {
        return data.file("database-password");
    }

    static String readOrMake(DataFolder data) throws IOException {
        Path file = file(data);
        if (!Files.exists(file)) {
            Path unfinished = data.file("database-password.new");
            Files.deleteIfExists(unfinished);
            if (Machine.WINDOWS) {
                Files.createFile(unfinished);
            } else {
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(unfinished, random());
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            data.sync();
        }
        return Files.readString(file).strip();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
