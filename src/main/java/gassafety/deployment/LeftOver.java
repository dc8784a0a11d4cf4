package gassafety.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the copy of this system that started it. Only the holder of the data folder's lock may look for
 * one, and only a PostgreSQL that runs on exactly this folder is ever stopped.
 */
final class LeftOver {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final int PATIENCE_SECONDS = 20;

    private LeftOver() {}

    static void stop(Path database, Programs programs) throws IOException {
        Path pidFile = database.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> named = lines.isEmpty() ? Optional.empty() : process(lines.get(0));
        Optional<ProcessHandle> server = named.filter(process -> runsOn(process, database, lines));
        if (server.isPresent()) {
            LOG.info(
                    "stopping the PostgreSQL {} that an earlier run left behind",
                    server.get().pid());
            stop(server.get(), database, programs);
        }
        if (Machine.LINUX) {
            ProcessHandle.allProcesses()
                    .filter(process -> isPostgres(process) && worksIn(process, database))
                    .forEach(LeftOver::end);
            if (named.isPresent() && server.isEmpty()) {
                // Another program has got the number since; nothing of the old server is alive, so its mark is void.
                Files.deleteIfExists(pidFile);
            }
        }
    }

    private static void stop(ProcessHandle server, Path database, Programs programs) {
        try {
            programs.run("pg_ctl", "stop", "-D", database.toString(), "-m", "fast", "-w", "-t", "" + PATIENCE_SECONDS);
        } catch (IOException stubborn) {
            LOG.warn("it does not stop by itself: {}", stubborn.getMessage());
            end(server);
        }
    }

    /** Ends a process, by force when it does not go by itself; what it had committed is in the write-ahead log. */
    private static void end(ProcessHandle process) {
        process.destroy();
        if (!goes(process)) {
            process.destroyForcibly();
            goes(process);
        }
    }

    /** A dead process may keep its number until its parent asks for it; then it has no program any more. */
    private static boolean goes(ProcessHandle process) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (isPostgres(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return true;
    }

    private static Optional<ProcessHandle> process(String pid) {
        return pid.strip().matches("[0-9]{1,9}") ? ProcessHandle.of(Long.parseLong(pid.strip())) : Optional.empty();
    }

    private static boolean runsOn(ProcessHandle process, Path database, List<String> lines) {
        boolean namesFolder = lines.size() > 1 && Path.of(lines.get(1)).equals(database);
        return isPostgres(process) && namesFolder && (!Machine.LINUX || worksIn(process, database));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    private static boolean worksIn(ProcessHandle process, Path database) {
        try {
            return Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd"), database);
        } catch (IOException notOurs) {
            return false;
        }
    }
}
