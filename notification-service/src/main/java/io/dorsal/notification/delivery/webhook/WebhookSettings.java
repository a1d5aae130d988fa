package io.dorsal.notification.delivery.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How webhooks are signed.
 *
 * @param secret shared with the receivers, {@code whsec_} and base64
 */
@ConfigurationProperties("notification.webhook")
public record WebhookSettings(String secret) {

    @Override
    public String toString() {
        return "WebhookSettings[secret=…]";
    }
}
