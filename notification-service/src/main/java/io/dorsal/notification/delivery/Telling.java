package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.policy.ChannelKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery made while the database was away.
 *
 * @param raisedAt when the alert would have been raised
 * @param acceptedAt null while it is still under way
 */
public record Telling(
        DeliveryId delivery,
        AlertId alert,
        String contactId,
        ChannelKind channel,
        Instant raisedAt,
        @Nullable Instant acceptedAt) {}
