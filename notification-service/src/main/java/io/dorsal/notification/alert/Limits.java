package io.dorsal.notification.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long whoever holds an alert may take, before people are told of it again.
 *
 * @param contact from the acknowledgement until the patient is reached
 * @param closing from then until the alert is closed
 */
public record Limits(Duration contact, Duration closing) {

    public Limits {
        if (!contact.isPositive() || !closing.isPositive()) {
            throw new IllegalArgumentException("notification.limits must be longer than nothing");
        }
    }

    /** When the patient is to be reached at the latest; null where the alert is about no patient. */
    @Nullable
    Instant contactBy(AlertKind kind, Instant acknowledgedAt) {
        return kind == AlertKind.OPERATIONS ? null : acknowledgedAt.plus(contact);
    }

    Instant closeBy(Instant contactedAt) {
        return contactedAt.plus(closing);
    }
}
