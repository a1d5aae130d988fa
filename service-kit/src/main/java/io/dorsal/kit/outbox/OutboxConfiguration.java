package io.dorsal.kit.outbox;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.MessagingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives a service with a database its outbox, when it says {@code dorsal.outbox.enabled: true}. */
@AutoConfiguration(
        after = {MessagingConfiguration.class, JdbcTemplateAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnProperty("dorsal.outbox.enabled")
public class OutboxConfiguration {

    private static final Duration MEASURED_EVERY = Duration.ofSeconds(10);

    /** Started before the listeners, stopped after them: what they append still leaves. */
    private static final int PHASE = Integer.MIN_VALUE + 1;

    /** Kept apart, so that a service without a database needs no JDBC on its class path. */
    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        OutboxMetrics outboxMetrics(MeterRegistry registry, JdbcTemplate jdbc) {
            return new OutboxMetrics(registry, jdbc);
        }

        @Bean
        BackgroundLoop outboxRelaying(
                JdbcTemplate jdbc,
                PlatformTransactionManager transactionManager,
                EventPublisher publisher,
                OutboxMetrics metrics,
                ApplicationEventPublisher events) {
            OutboxRelay relay = new OutboxRelay(jdbc, transactionManager, publisher, metrics);
            return new BackgroundLoop("outbox-relaying", events, relay, PHASE);
        }

        @Bean
        BackgroundLoop outboxMeasuring(OutboxMetrics metrics, ApplicationEventPublisher events) {
            return new BackgroundLoop("outbox-measuring", events, () -> {
                metrics.measure();
                return Next.after(MEASURED_EVERY);
            });
        }

        @Bean
        Outbox outbox(
                JdbcTemplate jdbc, EventPublisher publisher, @Qualifier("outboxRelaying") BackgroundLoop relaying) {
            return new Outbox(jdbc, publisher, relaying);
        }
    }
}
