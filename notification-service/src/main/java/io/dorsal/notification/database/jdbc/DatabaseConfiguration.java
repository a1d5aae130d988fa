package io.dorsal.notification.database.jdbc;

import io.dorsal.notification.database.DatabaseWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the watch over the database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseWatch databaseWatch() {
        return new DatabaseWatch(System::nanoTime);
    }

    @Bean
    BackgroundMigration backgroundMigration(DatabaseWatch watch) {
        return new BackgroundMigration(watch);
    }

    @Bean
    DatabaseProbe databaseProbe(JdbcTemplate jdbc, DatabaseWatch watch) {
        return new DatabaseProbe(jdbc, watch);
    }

    /** Named {@code db} in the health groups. */
    @Bean
    DatabaseHealth dbHealthIndicator(DatabaseWatch watch) {
        return new DatabaseHealth(watch);
    }
}
