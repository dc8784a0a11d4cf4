package gassafety.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told, in Chinese and English, when the system can't start; {@code running} is one that could. */
class StartupProblemTest {

    @TempDir
    static Path data;

    @TempDir
    static Path unused;

    @TempDir
    Path other;

    static RunningCopy running;

    @BeforeAll
    static void oneCopyRuns() throws Exception {
        running = RunningCopy.start(data);
    }

    @AfterAll
    static void itEnds() throws Exception {
        running.close();
    }

    @Test
    void aSecondCopyOnTheSameFolder() throws Exception {
        refused(data, Map.of(), "正被另一个运行中的本系统使用", "in use by another running copy");
        assertThat(running.connect().isValid(5)).isTrue();
    }

    @Test
    void aFolderThatCanNotBeWritten() throws Exception {
        Path file = Files.createFile(other.resolve("a-file"));
        refused(file.resolve("data"), Map.of(), "不能写入", "can't be written");
    }

    @Test
    void aFolderOfSomeoneElse() throws Exception {
        Files.writeString(other.resolve("thesis.docx"), "years of work");
        refused(other, Map.of(), "里有别的文件", "holds other files");
    }

    @Test
    void aFolderOfAnotherMajorVersion() throws Exception {
        Files.createFile(other.resolve("gassafety.lock"));
        Files.createDirectory(other.resolve("postgresql"));
        Files.writeString(other.resolve("postgresql/PG_VERSION"), "16\n");
        refused(other, Map.of(), "由 PostgreSQL 16 写成", "was written by PostgreSQL 16");
    }

    @Test
    void aDatabasePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            refused(unused, Map.of("GASSAFETY_DATABASE_PORT", port), "数据库端口 " + port + " 已被", port + " is taken");
        }
    }

    @Test
    void aDatabasePortThatIsNone() throws Exception {
        refused(unused, Map.of("GASSAFETY_DATABASE_PORT", "many"), "不是端口号", "is no port");
    }

    @Test
    void aWebPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            refused(
                    unused,
                    Map.of("SERVER_PORT", port, "SPRING_MAIN_WEBAPPLICATIONTYPE", "servlet"),
                    "网页端口 " + port + " 已被",
                    "web port " + port + " is taken");
        }
    }

    @Test
    void anExternalDatabaseThatIsNotThere() throws Exception {
        int port = freePort();
        refused(unused, external("jdbc:postgresql://127.0.0.1:" + port + "/x", "any"), "连接不上数据库", "can't be reached");
    }

    @Test
    void anExternalDatabaseThatRefusesThePassword() throws Exception {
        refused(unused, external(running.url(), "wrong"), "拒绝了用户名或密码", "refused the user name or password");
    }

    @Test
    void anExternalDatabaseThatDoesNotExist() throws Exception {
        refused(unused, external(running.url() + "x", running.password()), "不存在", "does not exist");
    }

    @Test
    void anExternalDatabaseWithoutASigningKey() throws Exception {
        Map<String, String> variables = new HashMap<>(external(running.url(), running.password()));
        variables.put("GASSAFETY_SIGNING_KEY", "");
        refused(unused, variables, "没有指定签封密钥", "No signing key was named");
        variables.put("GASSAFETY_SIGNING_KEY", other.resolve("none.pem").toString());
        refused(unused, variables, "读不到签封密钥文件", "can't be read");
        Path rsa = other.resolve("rsa.pem");
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Files.writeString(rsa, SigningKeyFile.pem("PRIVATE KEY", key));
        variables.put("GASSAFETY_SIGNING_KEY", rsa.toString());
        refused(unused, variables, "不是所要的格式", "is not what it should be");
    }

    @Test
    void aDemoSwitchThatIsNeitherOnNorOff() throws Exception {
        refused(unused, Map.of("GASSAFETY_DEMO", "maybe"), "GASSAFETY_DEMO=maybe 无法识别", "give true or false");
    }

    @Test
    void onlyThisMachineReachesThePagesOfTheEmbeddedStart() throws Exception {
        int port = freePort();
        Map<String, String> web =
                Map.of("SERVER_PORT", String.valueOf(port), "SPRING_MAIN_WEBAPPLICATIONTYPE", "servlet");
        try (RunningCopy copy = RunningCopy.start(unused, web)) {
            assertThat(copy.isReady()).as(copy.output()).isTrue();
            new Socket("127.0.0.1", port).close();
            assertThatThrownBy(() -> new Socket("127.0.0.2", port)).isInstanceOf(ConnectException.class);
        }
    }

    private static void refused(Path folder, Map<String, String> variables, String chinese, String english)
            throws Exception {
        try (RunningCopy copy = RunningCopy.start(folder, variables)) {
            assertThat(copy.isReady()).as(copy.output()).isFalse();
            assertThat(copy.output()).contains(chinese, english).doesNotContain("\tat ");
        }
    }

    private static Map<String, String> external(String url, String password) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                url,
                "SPRING_DATASOURCE_USERNAME",
                EmbeddedServer.USERNAME,
                "SPRING_DATASOURCE_PASSWORD",
                password,
                "GASSAFETY_SIGNING_KEY",
                data.resolve("signing-key.pem").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
