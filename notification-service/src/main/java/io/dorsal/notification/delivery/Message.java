package io.dorsal.notification.delivery;

import io.dorsal.kit.tracing.TraceContext;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;

/**
 * What a contact is told. It passes through mailboxes and phones, so it holds nothing about a patient: which alert, which
 * clinic, how urgent, what the rule is called; all else is read after signing in. It stays what it was when it was planned:
 * all attempts of a delivery say the same.
 *
 * @param notice true if those who hold the alert are told news of it; it does not repeat
 * @param clinicId empty where it could not be read
 * @param headline the short title of the rule, or what happened
 * @param trace of what raised the alert
 */
public record Message(
        DeliveryId delivery,
        AlertId alert,
        AlertKind kind,
        boolean notice,
        String clinicId,
        Urgency urgency,
        String headline,
        Instant raisedAt,
        TraceContext trace) {

    /** One of which no trace is known. */
    public Message(
            DeliveryId delivery,
            AlertId alert,
            AlertKind kind,
            boolean notice,
            String clinicId,
            Urgency urgency,
            String headline,
            Instant raisedAt) {
        this(delivery, alert, kind, notice, clinicId, urgency, headline, raisedAt, TraceContext.NONE);
    }

    /** What is told of an alert as it stands. */
    public static Message about(Alert alert, DeliveryId delivery, Turn turn, String headline) {
        return new Message(
                delivery,
                alert.id(),
                alert.cause().kind(),
                turn.isNotice(),
                alert.origin().clinicId(),
                alert.cause().urgency(),
                headline,
                alert.raisedAt());
    }
}
