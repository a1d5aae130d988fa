package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.worklist.QueueSummary;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue in a list.
 *
 * @param open how many referrals are open
 * @param byState the same by state, of those that are open
 * @param oldest when the longest waiting one was routed; absent where none waits
 * @param breaches how many are past due
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueBody(
        Queue queue,
        int open,
        Map<String, Integer> byState,
        Map<Urgency, Integer> byUrgency,
        @Nullable Instant oldest,
        int breaches) {

    static QueueBody of(QueueSummary summary) {
        Map<String, Integer> byState = new LinkedHashMap<>();
        Arrays.stream(StateName.values())
                .filter(StateName::isOpen)
                .forEach(state -> byState.put(state.name(), summary.byState().getOrDefault(state, 0)));
        Map<Urgency, Integer> byUrgency = new LinkedHashMap<>();
        Arrays.stream(Urgency.values())
                .filter(urgency -> urgency != Urgency.SELF_CARE)
                .forEach(urgency -> byUrgency.put(urgency, summary.byUrgency().getOrDefault(urgency, 0)));
        int open =
                summary.byState().values().stream().mapToInt(Integer::intValue).sum();
        return new QueueBody(summary.queue(), open, byState, byUrgency, summary.oldest(), summary.breaches());
    }
}
