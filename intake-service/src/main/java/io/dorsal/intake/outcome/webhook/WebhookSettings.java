package io.dorsal.intake.outcome.webhook;

import io.dorsal.kit.webhook.AddressRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which clinics are told by webhook.
 *
 * @param webhooks by the clinic's id
 * @param webhookNetworks ranges of addresses to which webhooks may go beside public ones, such as {@code 10.20.0.0/16}
 */
@ConfigurationProperties("intake")
record WebhookSettings(
        @DefaultValue Map<String, Entry> webhooks,
        @DefaultValue List<String> webhookNetworks) {

    List<AddressRange> networks() {
        return webhookNetworks.stream().map(AddressRange::of).toList();
    }

    /**
     * The receiver of a clinic.
     *
     * @param secret with which its webhooks are signed, {@code whsec_} and base64 of 24 to 64 bytes
     * @param previousSecret signed with as well, while a receiver may not know the new one yet
     */
    record Entry(
            @Nullable String url,
            @Nullable String secret,
            @Nullable String previousSecret) {

        @Override
        public String toString() {
            return "Entry[…]"; // an address may hold a key, too
        }
    }
}
