package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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
        Turn turn,
        String contactId,
        ChannelKind channel,
        Instant raisedAt,
        @Nullable Instant acceptedAt) {

    /** The same, accepted by its channel. */
    public Telling accepted(Instant at) {
        return new Telling(delivery, alert, turn, contactId, channel, raisedAt, at);
    }

    /** When a channel first accepted one of these; empty where all are still under way. */
    public static Optional<Instant> firstAcceptance(Collection<Telling> tellings) {
        return tellings.stream()
                .map(Telling::acceptedAt)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder());
    }

    /** How far these have come. */
    public static Turn lastTurn(Collection<Telling> tellings) {
        return tellings.stream().map(Telling::turn).max(Turn.IN_ORDER).orElse(Turn.FIRST);
    }
}
