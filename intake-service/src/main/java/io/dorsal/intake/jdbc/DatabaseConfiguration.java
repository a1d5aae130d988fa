package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.dorsal.intake.IntakeMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Wires the ways to the database, each with connections of its own: the view's and the readers', which wait, the
 * amendments', the submissions', which do not wait, those of uploads, which do a little, and the migration's. None can take
 * another's.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int PROMPT_CONNECTIONS = 8;
    private static final int READING_CONNECTIONS = 8;
    private static final int BULK_CONNECTIONS = 2;
    private static final int AMENDING_CONNECTIONS = 6;
    private static final Duration LEAST_THAT_HIKARI_TAKES = Duration.ofMillis(250);

    @Bean
    Migration migration() {
        return new Migration();
    }

    /** A statement of a migration may take longer than any other, but none for ever. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationConnections(JdbcConnectionDetails details) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        DriverManagerDataSource connections = new DriverManagerDataSource(details.getJdbcUrl(), properties);
        connections.setUsername(details.getUsername());
        connections.setPassword(details.getPassword());
        return connections;
    }

    @Bean
    Database database(DataSource connections, Migration migration) {
        return new Database(connections, migration);
    }

    @Bean
    ReadingDatabase readingDatabase(JdbcConnectionDetails details, Migration migration, MeterRegistry registry) {
        HikariConfig settings = settings("reading", READING_CONNECTIONS, details, registry);
        // Whose turn it is finds a connection: a burst on a busy machine would wait too long for new ones.
        settings.setMinimumIdle(READING_CONNECTIONS);
        settings.setConnectionTimeout(2_000);
        settings.setValidationTimeout(1_000);
        settings.addDataSourceProperty("connectTimeout", "2");
        settings.addDataSourceProperty("socketTimeout", "5");
        return new ReadingDatabase(settings, migration);
    }

    @Bean
    AmendingDatabase amendingDatabase(JdbcConnectionDetails details, Migration migration, MeterRegistry registry) {
        HikariConfig settings = settings("amending", AMENDING_CONNECTIONS, details, registry);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(1_000);
        settings.setValidationTimeout(1_000);
        settings.addDataSourceProperty("connectTimeout", "2");
        settings.addDataSourceProperty("socketTimeout", "5");
        // Who else has the lock sends to the broker: the caller is told to repeat sooner than that may last.
        settings.setConnectionInitSql("set lock_timeout = '1s'");
        return new AmendingDatabase(settings, migration);
    }

    @Bean
    PromptDatabase promptDatabase(
            @Value("${intake.patience-with-database}") Duration patience,
            JdbcConnectionDetails details,
            Migration migration,
            IntakeMetrics metrics,
            MeterRegistry registry) {
        HikariConfig settings = promptSettings("prompt", PROMPT_CONNECTIONS, patience, details, registry);
        return new PromptDatabase(settings, patience, migration, metrics);
    }

    /** Nobody waits for a line of an upload: it has more patience, and gives only its own kind a rest. */
    @Bean(defaultCandidate = false)
    PromptDatabase bulkDatabase(
            @Value("${intake.bulk.patience-with-database}") Duration patience,
            JdbcConnectionDetails details,
            Migration migration,
            IntakeMetrics metrics,
            MeterRegistry registry) {
        HikariConfig settings = promptSettings("bulk", BULK_CONNECTIONS, patience, details, registry);
        settings.setMinimumIdle(0);
        return new PromptDatabase(settings, patience, migration, metrics);
    }

    private static HikariConfig promptSettings(
            String name, int connections, Duration patience, JdbcConnectionDetails details, MeterRegistry registry) {
        HikariConfig settings = settings(name, connections, details, registry);
        long connecting = Math.max(LEAST_THAT_HIKARI_TAKES.toMillis(), patience.toMillis());
        settings.setConnectionTimeout(connecting);
        settings.setValidationTimeout(connecting);
        // The driver takes whole seconds.
        String seconds = Long.toString(patience.toSeconds() + 1);
        settings.addDataSourceProperty("connectTimeout", seconds);
        settings.addDataSourceProperty("socketTimeout", seconds);
        // A crash of the database may forget the last moments of it, just as if it had been away a little earlier.
        settings.setConnectionInitSql(
                "set statement_timeout = '%dms'; set synchronous_commit = off".formatted(patience.toMillis()));
        return settings;
    }

    /** Named {@code view} among the health contributors, and no part of readiness. */
    @Bean
    DatabaseHealth viewHealthIndicator(Database database) {
        return new DatabaseHealth(database);
    }

    /** Measured like the pool that is a bean, which Spring Boot sees to. */
    private static HikariConfig settings(
            String name, int connections, JdbcConnectionDetails details, MeterRegistry registry) {
        HikariConfig settings = new HikariConfig();
        settings.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        settings.setPoolName(name);
        settings.setJdbcUrl(details.getJdbcUrl());
        settings.setUsername(details.getUsername());
        settings.setPassword(details.getPassword());
        settings.setMaximumPoolSize(connections);
        settings.setMinimumIdle(2);
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        return settings;
    }
}
