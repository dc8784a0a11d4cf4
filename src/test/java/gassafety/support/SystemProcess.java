package gassafety.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole system with its demonstration in a process of its own, to be killed. */
public final class SystemProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;
    private static final String STARTED = "Started Application";

    private final Process process;
    private final int port;
    private final CompletableFuture<String> started = new CompletableFuture<>();

    private SystemProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(this::read, "output of the system");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it on this data folder and waits until it serves pages. */
    public static SystemProcess start(Path data) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gassafety.Application",
                        "--gassafety.data=" + data,
                        "--logging.level.root=info"))
                .redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        SystemProcess system = new SystemProcess(builder.start(), port);
        system.started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return system;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.contains(STARTED)) {
                    started.complete(line);
                }
            }
            started.completeExceptionally(new IllegalStateException("it did not start: " + output));
        } catch (IOException killed) {
            started.completeExceptionally(killed);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** As {@code kill -9} does it: no hook, no goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
