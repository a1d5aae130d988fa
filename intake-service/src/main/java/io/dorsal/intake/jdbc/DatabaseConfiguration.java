package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import io.dorsal.intake.IntakeMetrics;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the two ways to the database: the view's, which waits, and the submissions', which does not. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int PROMPT_CONNECTIONS = 8;

    @Bean
    Migration migration() {
        return new Migration();
    }

    @Bean
    Database database(DataSource connections, Migration migration) {
        return new Database(connections, migration);
    }

    @Bean
    PromptDatabase promptDatabase(JdbcConnectionDetails details, Migration migration, IntakeMetrics metrics) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("prompt");
        settings.setJdbcUrl(details.getJdbcUrl());
        settings.setUsername(details.getUsername());
        settings.setPassword(details.getPassword());
        settings.setMaximumPoolSize(PROMPT_CONNECTIONS);
        settings.setMinimumIdle(2);
        settings.setInitializationFailTimeout(-1);
        settings.setConnectionTimeout(250); // the least that Hikari takes
        settings.setValidationTimeout(250);
        settings.addDataSourceProperty("connectTimeout", "1"); // seconds, the least that the driver takes
        settings.addDataSourceProperty("socketTimeout", "1");
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        // A crash of the database may forget the last moments of it, just as if it had been away a little earlier.
        settings.setConnectionInitSql("set statement_timeout = '200ms'; set synchronous_commit = off");
        return new PromptDatabase(settings, migration, metrics);
    }

    /** Named {@code view} among the health contributors, and no part of readiness. */
    @Bean
    DatabaseHealth viewHealthIndicator(Database database) {
        return new DatabaseHealth(database);
    }
}
