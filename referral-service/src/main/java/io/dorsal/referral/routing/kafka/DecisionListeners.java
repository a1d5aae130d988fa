package io.dorsal.referral.routing.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.kit.outbox.Outbox;
import io.dorsal.schemas.topics.Subscriptions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two lanes of decisions; each has a consumer group of its own, so that neither can hold up the other. */
@Configuration(proxyBeanMethods = false)
class DecisionListeners {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    EventListener<UrgencyDecided> decisions(EventListeners listeners, DecisionProcessor processor) {
        return listeners.listener(Subscriptions.REFERRAL_DECISIONS, processor);
    }

    @Bean
    EventListener<UrgencyDecided> bulkDecisions(EventListeners listeners, DecisionProcessor processor, Outbox outbox) {
        return listeners.listener(
                Subscriptions.REFERRAL_DECISIONS_BULK,
                new BehindTheOutbox(processor, () -> outbox.waiting(BehindTheOutbox.FEW + 1), PATIENCE));
    }
}
