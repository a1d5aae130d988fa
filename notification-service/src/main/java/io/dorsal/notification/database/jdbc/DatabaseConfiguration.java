package io.dorsal.notification.database.jdbc;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.notification.database.DatabaseWatch;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the watch over the database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseWatch databaseWatch(@Value("${notification.fail-open-after}") Duration patience) {
        return new DatabaseWatch(patience, System::nanoTime);
    }

    @Bean
    BackgroundMigration backgroundMigration(DatabaseWatch watch) {
        return new BackgroundMigration(watch);
    }

    @Bean
    BackgroundLoop databaseProbe(JdbcTemplate jdbc, DatabaseWatch watch, ApplicationEventPublisher events) {
        return new BackgroundLoop("database-probe", events, new DatabaseProbe(jdbc, watch)::round);
    }

    /** Named {@code db} in the health groups. */
    @Bean
    DatabaseHealth dbHealthIndicator(DatabaseWatch watch) {
        return new DatabaseHealth(watch);
    }
}
