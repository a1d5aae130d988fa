package io.dorsal.notification.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an alert, or was tried for it.
 *
 * @param what the name of a change, {@code ATTEMPT}, or {@code PARKED_RECORD}
 * @param outcome of an attempt: {@code ACCEPTED}, {@code FAILED} or {@code REFUSED}
 * @param detail what the channel answered, or where the parked record had stood
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
        @Nullable String detail) {}
