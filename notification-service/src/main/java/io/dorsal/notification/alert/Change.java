package io.dorsal.notification.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of an alert.
 *
 * @param alert the alert after the change
 * @param previous the state before; null for the first
 * @param actor who changed it: a subject, or this service
 */
public record Change(Alert alert, @Nullable StateName previous, What what, String actor, Instant at) {

    /** The actor where no person acts. */
    public static final String SERVICE = "notification-service";
}
