package gassafety.deployment;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, unpacked once into the data folder, where nobody else can exchange them. */
class Programs {

    private static final int OWNER_EXECUTES = 0100;

    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    static Programs unpack(DataFolder data) throws IOException {
        Path folder = data.file("postgresql-programs-" + digest().substring(0, 12));
        if (!Files.exists(folder)) {
            Path unfinished = data.file("postgresql-programs.new");
            FileSystemUtils.deleteRecursively(unfinished);
            unpackInto(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(folder);
    }

    private static InputStream archive() throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(Machine.system(), Machine.processor());
    }

    private static String digest() throws IOException {
        try (InputStream in = archive()) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private static void unpackInto(Path target) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(in, file);
                if ((entry.getMode() & OWNER_EXECUTES) != 0 && !file.toFile().setExecutable(true)) {
                    throw new IOException("can't be made executable: " + file);
                }
            }
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return what it printed
     * @throws IOException when it failed, with what it printed
     */
    String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Machine.LINUX && LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + ": " + output.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", interrupted);
        }
        return output;
    }
}
