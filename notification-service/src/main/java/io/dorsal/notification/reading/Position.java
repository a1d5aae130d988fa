package io.dorsal.notification.reading;

import io.dorsal.notification.alert.Alert;
import java.time.Instant;
import java.util.UUID;

/** Where an alert stands in the list, newest first. */
public record Position(Instant raisedAt, UUID alert) {

    public static Position of(Alert alert) {
        return new Position(alert.raisedAt(), alert.id().value());
    }
}
