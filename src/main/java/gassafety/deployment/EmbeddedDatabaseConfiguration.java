package gassafety.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** Without an external database: our own server, and pages for this machine only. */
@Configuration
@Conditional(NoExternalDatabase.class)
class EmbeddedDatabaseConfiguration {

    /** Left out of the production jar, together with PostgreSQL's programs. */
    private static final String PROGRAMS = "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver";

    /** Looks at the web port, too, before minutes go into a demonstration that no page could show. */
    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(
            @Value("${gassafety.data}") Path data,
            @Value("${gassafety.database-port}") String port,
            @Value("${server.port:8080}") int webPort,
            ApplicationContext context)
            throws IOException {
        if (!ClassUtils.isPresent(PROGRAMS, getClass().getClassLoader())) {
            throw new StartupProblem(
                    "没有指定数据库。请设置 SPRING_DATASOURCE_URL（如 jdbc:postgresql://主机:5432/gassafety）、"
                            + "SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD；这个程序包不带数据库，"
                            + "演示请在源码目录运行 ./mvnw spring-boot:run。",
                    "No database was named. Set SPRING_DATASOURCE_URL (like jdbc:postgresql://host:5432/gassafety),"
                            + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD; this package brings no"
                            + " database. For the demonstration run ./mvnw spring-boot:run in the source folder.");
        }
        EmbeddedServer server = EmbeddedServer.start(data, port);
        if (context instanceof WebServerApplicationContext && LocalPort.isTaken(webPort)) {
            server.close();
            throw new PortInUseException(webPort);
        }
        return server;
    }

    @Bean
    JdbcConnectionDetails embeddedDatabase(EmbeddedServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedServer.USERNAME;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> thisMachineOnly() {
        return factory -> factory.setAddress(InetAddress.getLoopbackAddress());
    }
}
