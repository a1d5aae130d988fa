package io.dorsal.referral.routing.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.schemas.topics.Subscriptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two lanes of decisions; each has a consumer group of its own, so that neither can hold up the other. */
@Configuration(proxyBeanMethods = false)
class DecisionListeners {

    @Bean
    EventListener<UrgencyDecided> decisions(EventListeners listeners, DecisionProcessor processor) {
        return listeners.listener(Subscriptions.REFERRAL_DECISIONS, processor);
    }

    @Bean
    EventListener<UrgencyDecided> bulkDecisions(EventListeners listeners, DecisionProcessor processor) {
        return listeners.listener(Subscriptions.REFERRAL_DECISIONS_BULK, processor);
    }
}
