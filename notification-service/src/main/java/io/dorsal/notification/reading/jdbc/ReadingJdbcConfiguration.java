package io.dorsal.notification.reading.jdbc;

import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.reading.OpenAlerts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the reading of alerts. */
@Configuration(proxyBeanMethods = false)
class ReadingJdbcConfiguration {

    @Bean
    AlertReads alertReads(JdbcClient jdbc, TransactionTemplate transactions, DatabaseWatch watch, Clock clock) {
        return new PostgresAlertReads(jdbc, transactions, watch, clock);
    }

    @Bean
    OpenAlerts openAlerts(JdbcClient jdbc) {
        return new CountedOpenAlerts(jdbc, System::nanoTime);
    }
}
