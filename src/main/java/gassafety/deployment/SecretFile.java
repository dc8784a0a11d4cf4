package gassafety.deployment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file in the data folder that only its owner can read, made once and there only when it is whole. */
final class SecretFile {

    private SecretFile() {}

    static Path readyOrMade(DataFolder data, String name, Supplier<String> content) throws IOException {
        Path file = data.file(name);
        if (!Files.exists(file)) {
            Path unfinished = data.file(name + ".new");
            Files.deleteIfExists(unfinished);
            if (Machine.WINDOWS) {
                Files.createFile(unfinished);
            } else {
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(unfinished, content.get());
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            data.sync();
        }
        return file;
    }
}
