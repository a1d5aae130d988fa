package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Cause;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The sites of a queue are not enough: a patient waits whom none can see in time. It is about the queue, and so about no
 * assessment and no network.
 *
 * @param id of the risk; the same however often it is told
 * @param referral the one at risk that goes first
 */
public record QueueRisk(UUID id, String queue, UUID referral) {

    AlertId alert() {
        return AlertId.ofQueueRisk(id);
    }

    String detail() {
        return "no site of %s can see a patient in time, first of all that of referral %s".formatted(queue, referral);
    }

    Change raise(Policies policies, Instant now) {
        Cause cause = new Cause(
                AlertKind.OPERATIONS,
                1,
                Urgency.ROUTINE,
                List.of(),
                "no site of %s can see a patient in time".formatted(queue),
                null);
        return Alert.raise(alert(), null, 1, Origin.UNKNOWN, cause, policies.operations(), now);
    }
}
