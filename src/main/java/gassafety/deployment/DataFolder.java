package gassafety.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of everything that the embedded database keeps: its owner's alone, and one running copy's at a time. */
class DataFolder implements AutoCloseable {

    private static final String LOCK = "gassafety.lock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder when it is missing, closes it to other users of the machine and takes its lock.
     *
     * @throws StartupProblem when it can't be written, holds something else, or another copy runs on it
     */
    static DataFolder open(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            path = path.toRealPath();
            refuseForeign(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            }
            return new DataFolder(path, lock(path));
        } catch (IOException failure) {
            throw new StartupProblem(
                    "数据目录 " + path + " 不能写入（" + failure + "）。请改正它的权限，或用 GASSAFETY_DATA 指定另一个目录。",
                    "The data folder " + path + " can't be written (" + failure
                            + "). Correct its permissions, or name another folder in GASSAFETY_DATA.",
                    failure);
        }
    }

    /** Closing a folder that others use, like a home folder named by mistake, would shut them out. */
    private static void refuseForeign(Path path) throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent() && !Files.exists(path.resolve(LOCK))) {
                throw new StartupProblem(
                        "数据目录 " + path + " 里有别的文件，不是本系统的数据目录。请用 GASSAFETY_DATA 指定一个空目录。",
                        "The data folder " + path + " holds other files and is none of this system's."
                                + " Name an empty folder in GASSAFETY_DATA.");
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
        }
        if (lock == null) {
            channel.close();
            throw new StartupProblem(
                    "数据目录 " + path + " 正被另一个运行中的本系统使用。请先停止那一个，或用 GASSAFETY_DATA 指定另一个目录。",
                    "The data folder " + path + " is in use by another running copy of this system."
                            + " Stop that one first, or name another folder in GASSAFETY_DATA.");
        }
        return channel;
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Makes sure that a file just moved into the folder is still there after a power failure. */
    void sync() throws IOException {
        if (!Machine.WINDOWS) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
