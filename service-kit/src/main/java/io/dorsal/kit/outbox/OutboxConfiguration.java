package io.dorsal.kit.outbox;

import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.MessagingConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service with a database its outbox, when it says {@code dorsal.outbox.enabled: true}. */
@AutoConfiguration(
        after = {MessagingConfiguration.class, JdbcTemplateAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnProperty("dorsal.outbox.enabled")
public class OutboxConfiguration {

    /** Kept apart, so that a service without a database needs no JDBC on its class path. */
    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        OutboxRelay outboxRelay(JdbcTemplate jdbc, TransactionTemplate transactions, EventPublisher publisher) {
            return new OutboxRelay(jdbc, transactions, publisher);
        }

        @Bean
        Outbox outbox(JdbcTemplate jdbc, EventPublisher publisher, OutboxRelay relay) {
            return new Outbox(jdbc, publisher, relay);
        }
    }
}
