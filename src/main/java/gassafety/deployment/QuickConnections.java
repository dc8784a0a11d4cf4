package gassafety.deployment;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Connections for statements that find their rows by a key: whose login this is, and the answer that is saved in the
 * yard. They never wait behind an export, and their plans, which are the same for every value, are made once. Nothing on
 * them takes part in a transaction.
 */
@Configuration
class QuickConnections {

    private static final int MOST = 8;

    @Bean(defaultCandidate = false)
    HikariDataSource quickDataSource(JdbcConnectionDetails database) {
        HikariDataSource connections = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(database.getJdbcUrl())
                .username(database.getUsername())
                .password(database.getPassword())
                .driverClassName(database.getDriverClassName())
                .build();
        connections.setPoolName("quick");
        connections.setMaximumPoolSize(MOST);
        return connections;
    }

    @Bean(defaultCandidate = false)
    JdbcClient quick(@Qualifier("quickDataSource") HikariDataSource connections) {
        return JdbcClient.create(connections);
    }
}
