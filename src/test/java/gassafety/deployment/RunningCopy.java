package gassafety.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the system in a process of its own. */
final class RunningCopy implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern ADDRESS = Pattern.compile("embedded PostgreSQL at (jdbc:\\S+)");

    private final Path data;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private RunningCopy(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread reader = new Thread(this::read, "output of a running copy");
        reader.setDaemon(true);
        reader.start();
    }

    static RunningCopy start(Path data) throws Exception {
        return start(data, Map.of());
    }

    /** Starts a copy, with these environment variables, and waits until it is ready or has given up. */
    static RunningCopy start(Path data, Map<String, String> variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeploymentAlone.class.getName(),
                        "--logging.level.gassafety=info",
                        "--logging.charset.console=UTF-8",
                        "--spring.flyway.locations=classpath:no-migrations",
                        "--spring.flyway.fail-on-missing-locations=false"))
                .redirectErrorStream(true);
        builder.environment().put("GASSAFETY_DATA", data.toString());
        builder.environment().put("SPRING_MAIN_WEBAPPLICATIONTYPE", "none");
        builder.environment().putAll(variables);
        RunningCopy copy = new RunningCopy(data, builder.start());
        copy.ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return copy;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.equals(DeploymentAlone.READY)) {
                    ready.complete(true);
                }
            }
            ready.complete(false);
        } catch (IOException killed) {
            ready.completeExceptionally(killed);
        }
    }

    boolean isReady() {
        return ready.join();
    }

    String output() {
        return output.toString();
    }

    /** The address that the log tells. */
    String url() {
        Matcher line = ADDRESS.matcher(output);
        if (!line.find()) {
            throw new AssertionError("no address in: " + output);
        }
        return line.group(1);
    }

    String password() {
        try {
            return Files.readString(data.resolve("database-password"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), EmbeddedServer.USERNAME, password());
    }

    ProcessHandle server() throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** As {@code kill -9} does it: no hook, no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + output);
        }
    }
}
