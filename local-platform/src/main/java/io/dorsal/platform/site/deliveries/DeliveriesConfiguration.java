package io.dorsal.platform.site.deliveries;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import io.dorsal.platform.site.SiteSettings;
import java.time.Clock;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Wires the catchers to the one list they fill. */
@Configuration(proxyBeanMethods = false)
class DeliveriesConfiguration {

    @Bean
    Deliveries deliveries(SiteSettings settings, JsonMapper json) {
        return new Deliveries(new DeliveryJournal(settings.stateDirectory().resolve("deliveries.jsonl"), json));
    }

    @Bean
    MailCatcher mailCatcher(Deliveries deliveries, Clock clock, SiteSettings settings) {
        return new MailCatcher(deliveries, clock, settings.smtpPort());
    }

    @Bean
    WebhookReceiver webhookReceiver(Deliveries deliveries, Clock clock, JsonMapper json, SiteSettings settings)
            throws EmptyWebhookSecretException {
        return new WebhookReceiver(deliveries, clock, json, settings.webhookSecret());
    }

    @Bean
    DeliveryStreams deliveryStreams(Deliveries deliveries) {
        return new DeliveryStreams(deliveries);
    }

    /** An open stream would hold the graceful shutdown up until its time limit. */
    @Bean
    ApplicationListener<ContextClosedEvent> closingStreams(DeliveryStreams streams) {
        return closed -> streams.closeAll();
    }
}
