package io.dorsal.notification.delivery.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import io.dorsal.notification.delivery.Channel;
import io.dorsal.notification.delivery.Wording;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the webhook channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    @Bean
    Channel webhookChannel(WebhookSettings settings, JsonMapper json, Wording wording, Clock clock)
            throws EmptyWebhookSecretException {
        return new WebhookChannel(new Webhook(settings.secret()), json, wording, clock, ANSWER_WITHIN);
    }
}
