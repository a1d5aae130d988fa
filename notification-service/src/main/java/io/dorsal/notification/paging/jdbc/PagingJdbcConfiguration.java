package io.dorsal.notification.paging.jdbc;

import io.dorsal.kit.outbox.Outbox;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.delivery.DeliveryQueue;
import io.dorsal.notification.paging.AlertStore;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.Transactions;
import io.dorsal.notification.waking.Bell;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the store of alerts and the queue of deliveries. */
@Configuration(proxyBeanMethods = false)
class PagingJdbcConfiguration {

    /** Rung when alerts have changed. */
    @Bean
    Bell changesBell() {
        return new Bell();
    }

    @Bean
    Transactions transactions(TransactionTemplate template, DatabaseWatch watch) {
        return new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                watch.requireMigrated();
                return Objects.requireNonNull(template.execute(status -> work.get()));
            }
        };
    }

    @Bean
    AlertWriter alertWriter(
            JdbcTemplate jdbc,
            Outbox outbox,
            @Qualifier("deliveriesBell") Bell deliveriesBell,
            @Qualifier("changesBell") Bell changesBell) {
        return new AlertWriter(
                jdbc, new CaseFileRows(jdbc), new DeliveryRows(jdbc), outbox, deliveriesBell, changesBell);
    }

    @Bean
    AlertStore alertStore(JdbcTemplate jdbc, AlertWriter writer) {
        return new PostgresAlertStore(jdbc, new CaseFileRows(jdbc), new DeliveryRows(jdbc), writer);
    }

    @Bean
    DeliveryQueue deliveryQueue(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            AlertWriter writer,
            Milestones milestones,
            DatabaseWatch watch) {
        return new PostgresDeliveryQueue(jdbc, transactions, writer, milestones, watch);
    }
}
