package gassafety.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    static Path data;

    @Test
    void aCommitIsOnTheDiskWhenItReturns() throws Exception {
        try (RunningCopy copy = RunningCopy.start(data);
                Connection connection = copy.connect()) {
            assertThat(answer(connection, "show fsync")).isEqualTo("on");
            assertThat(answer(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(connection, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void otherUsersOfTheMachineAreKeptOut() throws Exception {
        try (RunningCopy copy = RunningCopy.start(data);
                Connection connection = copy.connect()) {
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("database-password"))).isEqualTo("rw-------");
            assertThat(permissions(data.resolve("signing-key.pem"))).isEqualTo("rw-------");
            assertThat(permissions(data.resolve("person-key"))).isEqualTo("rw-------");
            assertThat(answer(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(connection, "show unix_socket_directories")).isEmpty();
            assertThat(copy.output()).doesNotContain(copy.password());
            assertThatThrownBy(() -> DriverManager.getConnection(copy.url(), EmbeddedServer.USERNAME, ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(copy.url(), EmbeddedServer.USERNAME, "postgres"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void chineseTextIsTextToTheServer() throws Exception {
        try (RunningCopy copy = RunningCopy.start(data);
                Connection connection = copy.connect()) {
            assertThat(answer(connection, "select '燃气' ~ '^\\w+$'")).isEqualTo("t");
            assertThat(answer(connection, "select upper('é')")).isEqualTo("É");
        }
    }

    @Test
    void whatWasCommittedOutlivesAKilledProgram() throws Exception {
        RunningCopy killed = RunningCopy.start(data);
        write(killed, "saved_before_the_program_was_killed");
        killed.kill();
        assertThat(killed.server().isAlive()).isTrue();

        try (RunningCopy next = RunningCopy.start(data)) {
            assertThat(read(next, "saved_before_the_program_was_killed")).isEqualTo("开展检查");
        }
    }

    @Test
    void whatWasCommittedOutlivesAKilledProgramAndAKilledServer() throws Exception {
        RunningCopy killed = RunningCopy.start(data);
        write(killed, "saved_before_both_were_killed");
        killed.server().destroyForcibly();
        killed.kill();

        try (RunningCopy next = RunningCopy.start(data)) {
            assertThat(read(next, "saved_before_both_were_killed")).isEqualTo("开展检查");
        }
    }

    @Test
    void aServerThatOutlivedItsProgramIsGoneAfterTheNextRun() throws Exception {
        RunningCopy killed = RunningCopy.start(data);
        ProcessHandle leftOver = killed.server();
        killed.kill();
        RunningCopy.start(data).close();

        assertThat(leftOver.info().command()).isEmpty();
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    private static void write(RunningCopy copy, String table) throws SQLException {
        try (Connection connection = copy.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + table + " as select '开展检查' as what");
        }
    }

    private static String read(RunningCopy copy, String table) throws SQLException {
        try (Connection connection = copy.connect()) {
            return answer(connection, "select what from " + table);
        }
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
