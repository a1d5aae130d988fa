package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Cause;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.alert.Suspicion;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.policy.Policies;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer could not process.
 *
 * @param assessment by its key; null where the key is none
 * @param possibleEmergency true if it may have held an emergency
 * @param group the consumer group that parked it
 * @param reason a short code
 * @param content a hash of its key and bytes: where a topic was made anew, another record may stand in the same place
 */
public record ParkedRecord(
        SourcePosition position,
        @Nullable AssessmentId assessment,
        Origin origin,
        boolean possibleEmergency,
        String group,
        String reason,
        String content) {

    /** What it is, in a few words. */
    String headline() {
        return possibleEmergency
                ? "an assessment could not be processed"
                : "a record of %s could not be processed (%s)".formatted(position.topic(), reason);
    }

    /** What operators look up. */
    public String detail() {
        return "%s, parked by %s: %s".formatted(position, group, reason);
    }

    /** The suspicion that it raises about its assessment. */
    public Suspicion suspicion(Origin known) {
        return new Suspicion(position, known, headline());
    }

    AlertId alertOfItsOwn() {
        return AlertId.ofParkedRecord(position);
    }

    /** The same where another record that had stood there has taken that id. */
    AlertId alertOfItsOwnByContent() {
        return AlertId.ofParkedRecord(position, content);
    }

    /** Raises an alert about the record itself, where it is about no assessment, or none that could wait. */
    public Change raiseAlertOfItsOwn(Origin known, Policies policies, Instant now) {
        return raise(alertOfItsOwn(), known, policies, now);
    }

    Change raise(AlertId id, Origin known, Policies policies, Instant now) {
        AlertKind kind = possibleEmergency ? AlertKind.POSSIBLE_EMERGENCY : AlertKind.OPERATIONS;
        Urgency urgency = possibleEmergency ? Urgency.EMERGENCY : Urgency.ROUTINE;
        Cause cause = new Cause(kind, 1, urgency, List.of(), headline(), null);
        return Alert.raise(id, assessment, 1, known, cause, kind.policy(policies, known.networkId()), now);
    }
}
