package gassafety.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own for the one-command start: durable, on this machine only, behind a password. */
class EmbeddedServer implements AutoCloseable {

    static final String USERNAME = "gassafety";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** Of the programs in pom.xml; a server refuses the files of any other major version. */
    private static final String MAJOR_VERSION = "17";

    /** Recovery after a crash may take a while. */
    private static final String START_SECONDS = "120";

    private final DataFolder data;
    private final Path database;
    private final Programs programs;
    private final String password;
    private final int port;

    private EmbeddedServer(DataFolder data, String wantedPort) throws IOException, SQLException {
        this.data = data;
        this.database = data.file("postgresql");
        refuseOtherVersion();
        this.programs = Programs.unpack(data);
        this.password = ServerPassword.readOrMake(data);
        LeftOver.stop(database, programs);
        if (!Files.exists(database)) {
            makeFiles();
        }
        this.port = LocalPort.choose(wantedPort);
        start();
    }

    /**
     * Starts the server on a data folder, which is made when it is missing.
     *
     * @param port 0 for any free one
     * @throws StartupProblem when it can't, with what to do
     */
    static EmbeddedServer start(Path folder, String port) {
        DataFolder data = DataFolder.open(folder);
        try {
            return new EmbeddedServer(data, port);
        } catch (IOException | SQLException failure) {
            data.close();
            throw new StartupProblem(
                    "自带的 PostgreSQL 未能启动：" + failure.getMessage() + "。它的日志是 " + log(data) + "。",
                    "The embedded PostgreSQL did not start: " + failure.getMessage() + ". Its log is " + log(data)
                            + ".",
                    failure);
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    private void refuseOtherVersion() throws IOException {
        Path file = database.resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : MAJOR_VERSION;
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartupProblem(
                    "数据目录 " + database + " 由 PostgreSQL " + version + " 写成，本系统自带的是 " + MAJOR_VERSION
                            + "，不能直接打开。请用原来的版本导出（pg_dump），或用 GASSAFETY_DATA 指定另一个目录。",
                    "The data folder " + database + " was written by PostgreSQL " + version + "; this system brings "
                            + MAJOR_VERSION + " and can't open it. Export it (pg_dump) with the version it came from,"
                            + " or name another folder in GASSAFETY_DATA.");
        }
    }

    /** Makes the files aside and moves them in place when they are whole: a crash here leaves nothing half-made. */
    private void makeFiles() throws IOException {
        Path unfinished = data.file("postgresql.new");
        FileSystemUtils.deleteRecursively(unfinished);
        programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USERNAME,
                "--pwfile=" + ServerPassword.file(data),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + (Machine.LINUX ? "C.UTF-8" : "en_US.UTF-8"));
        Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
        data.sync();
    }

    private void start() throws IOException, SQLException {
        Files.writeString(database.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        keepOneOldLog();
        programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + database,
                "--log=" + log(data),
                "--wait",
                "--timeout=" + START_SECONDS,
                "--options=-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                        + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on");
        try {
            makeDatabase();
        } catch (SQLException failure) {
            stop();
            throw failure;
        }
        LOG.info("embedded PostgreSQL at {} (user {}, password in {})", url(), USERNAME, ServerPassword.file(data));
    }

    private void keepOneOldLog() throws IOException {
        if (Files.exists(log(data))) {
            Files.move(log(data), data.file("postgresql.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(address("postgres"), USERNAME, password);
                Statement statement = connection.createStatement();
                ResultSet existing =
                        statement.executeQuery("select from pg_database where datname = '" + USERNAME + "'")) {
            if (!existing.next()) {
                statement.execute("create database " + USERNAME);
            }
        }
    }

    /** The JDBC address, without the password. */
    String url() {
        return address(USERNAME);
    }

    String password() {
        return password;
    }

    DataFolder data() {
        return data;
    }

    private String address(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private static Path log(DataFolder data) {
        return data.file("postgresql.log");
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            data.close();
        }
    }

    private void stop() {
        try {
            programs.run("pg_ctl", "stop", "--pgdata=" + database, "--mode=fast", "--wait", "--timeout=60");
        } catch (IOException failure) {
            LOG.warn("the embedded PostgreSQL did not stop; the next start will stop it", failure);
        }
    }
}
