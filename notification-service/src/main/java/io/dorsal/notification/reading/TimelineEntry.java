package io.dorsal.notification.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an alert, or was tried for it.
 *
 * @param what the name of a change, {@code ATTEMPT}, or {@code PARKED_RECORD}
 * @param outcome of an attempt: {@code ACCEPTED}, {@code FAILED}, {@code REFUSED} or {@code GONE}
 * @param detail what the channel answered, or where the parked record had stood
 * @param times how often in a row the attempts of this delivery ended so, until {@code lastAt}; null: once
 */
public record TimelineEntry(
        Instant at,
        String what,
        String actor,
        @Nullable Integer revision,
        @Nullable String urgency,
        @Nullable Integer round,
        @Nullable Integer step,
        @Nullable UUID deliveryId,
        @Nullable String contact,
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String detail,
        @Nullable Integer times,
        @Nullable Instant lastAt) {}
