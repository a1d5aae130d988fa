package io.dorsal.platform.site.deliveries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail or webhook that arrived.
 *
 * @param number counts arrivals from 1, in order
 * @param deliveryId the sender's id, stable over its retries; absent in a mail of somebody else
 * @param signatureValid whether the signature verified; webhooks only
 * @param to the mailbox, or the path of the receiver
 * @param subject the subject of a mail, or the type of a webhook
 * @param text what a person would read
 */
public record Delivery(
        long number,
        Channel channel,
        @Nullable String deliveryId,
        @Nullable String alertId,
        Instant receivedAt,
        @Nullable Boolean signatureValid,
        String to,
        String subject,
        String text) {

    /** How it came. */
    public enum Channel {
        EMAIL,
        WEBHOOK
    }

    public boolean refused() {
        return Boolean.FALSE.equals(signatureValid);
    }

    Delivery numbered(long next) {
        return new Delivery(next, channel, deliveryId, alertId, receivedAt, signatureValid, to, subject, text);
    }
}
