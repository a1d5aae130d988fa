package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a queue stands: what is open in it.
 *
 * @param oldest when the longest waiting referral was routed; null where none waits
 * @param breaches how many are past due
 */
public record QueueSummary(
        Queue queue,
        Map<StateName, Integer> byState,
        Map<Urgency, Integer> byUrgency,
        @Nullable Instant oldest,
        int breaches) {

    public QueueSummary {
        byState = Map.copyOf(byState);
        byUrgency = Map.copyOf(byUrgency);
    }

    /** A queue in which nobody waits. */
    public static QueueSummary empty(Queue queue) {
        return new QueueSummary(queue, Map.of(), Map.of(), null, 0);
    }
}
