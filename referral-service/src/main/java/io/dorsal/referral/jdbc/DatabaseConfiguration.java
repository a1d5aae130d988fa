package io.dorsal.referral.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Wires the ways to the database beside the listeners', which is the service's ordinary pool: the readers' and the
 * migration's. Each has connections of its own, so that none can take another's.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int READING_CONNECTIONS = 8;

    /** Reading waits for no lock of ours; what hangs all the same ends before its reader has gone. */
    private static final String READING_LIMITS =
            "-c lock_timeout=2s -c idle_in_transaction_session_timeout=5s -c transaction_timeout=5s";

    /** Flyway keeps a transaction idle for its own lock while it migrates on another connection. */
    private static final String MIGRATION_LIMITS = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=150s";

    /** A statement of a migration may take longer than any other, but none for ever. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationConnections(JdbcConnectionDetails details) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("options", MIGRATION_LIMITS);
        DriverManagerDataSource connections = new DriverManagerDataSource(details.getJdbcUrl(), properties);
        connections.setUsername(details.getUsername());
        connections.setPassword(details.getPassword());
        return connections;
    }

    /** Named {@code db} in the health groups: of the connections that listeners wait for, and not of the migration's. */
    @Bean
    DataSourceHealthIndicator dbHealthContributor(DataSource connections) {
        return new DataSourceHealthIndicator(connections);
    }

    @Bean
    ReadingDatabase readingDatabase(JdbcConnectionDetails details) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("reading");
        settings.setJdbcUrl(details.getJdbcUrl());
        settings.setUsername(details.getUsername());
        settings.setPassword(details.getPassword());
        settings.setMaximumPoolSize(READING_CONNECTIONS);
        settings.setMinimumIdle(READING_CONNECTIONS); // a burst must not wait for connections that are only being made
        settings.setInitializationFailTimeout(-1);
        settings.setConnectionTimeout(2_000);
        settings.setValidationTimeout(1_000);
        settings.addDataSourceProperty("connectTimeout", "2");
        settings.addDataSourceProperty("socketTimeout", "5");
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        settings.addDataSourceProperty("options", READING_LIMITS);
        return new ReadingDatabase(settings);
    }
}
