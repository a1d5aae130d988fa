package io.dorsal.rules.ruleset;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param queues who is asked, in order; empty for self-care
 * @param workUp examinations to arrange; null where there are none
 * @param explanation why, for clinicians
 */
public record Rule(
        String id,
        String title,
        Urgency urgency,
        Condition when,
        List<Queue> queues,
        @Nullable String workUp,
        String explanation,
        List<Citation> sources) {
    public Rule {
        queues = List.copyOf(queues);
        sources = List.copyOf(sources);
    }

    /** The same rule, deciding otherwise. */
    public Rule with(Urgency newUrgency, Condition newWhen, List<Queue> newQueues) {
        return new Rule(id, title, newUrgency, newWhen, newQueues, workUp, explanation, sources);
    }

    /** The same rule under another condition. */
    public Rule under(Condition condition) {
        return new Rule(id, title, urgency, condition, queues, workUp, explanation, sources);
    }
}
