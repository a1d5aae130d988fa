package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import java.time.Instant;

/**
 * What a contact is told. It passes through mailboxes and phones, so it holds nothing about a patient: which alert, which
 * clinic, how urgent, what the rule is called; all else is read after signing in.
 *
 * @param clinicId empty where it could not be read
 * @param headline the short title of the rule
 */
public record Message(
        DeliveryId delivery,
        AlertId alert,
        AlertKind kind,
        String clinicId,
        Urgency urgency,
        String headline,
        Instant raisedAt) {

    /** What is told of an alert as it stands. */
    public static Message about(Alert alert, DeliveryId delivery) {
        return new Message(
                delivery,
                alert.id(),
                alert.cause().kind(),
                alert.origin().clinicId(),
                alert.cause().urgency(),
                alert.cause().headline(),
                alert.raisedAt());
    }
}
