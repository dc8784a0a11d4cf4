package gassafety.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL of a test run: a container when a Docker engine answers, else an embedded server;
 * {@code -Dtest.database=embedded|docker|auto} chooses.
 */
public final class TestServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static String address = "";
    private static String username = "";
    private static String password = "";

    private TestServer() {}

    /** A new, empty database. */
    public record Database(String url, String username, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, username, password);
        }
    }

    public static synchronized Database newDatabase() {
        if (address.isEmpty()) {
            start();
        }
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address + "postgres", username, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Database(address + name, username, password);
    }

    private static void start() {
        String choice = System.getProperty("test.database", "auto");
        boolean docker = choice.equals("docker") || choice.equals("auto") && dockerAnswers();
        if (docker) {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
            container.start();
            address = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
            username = container.getUsername();
            password = container.getPassword();
            return;
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            address = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
            username = "postgres";
            password = "postgres";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException absent) {
            return false;
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
