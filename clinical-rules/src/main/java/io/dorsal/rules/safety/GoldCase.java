package io.dorsal.rules.safety;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Urgency;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment of which it is known how urgent it is.
 *
 * @param file where it stands
 * @param earlierAssessments how many came before; null: not known
 * @param accepted every urgency that is right, the expected one first
 */
public record GoldCase(
        String file,
        String id,
        String story,
        Answers answers,
        @Nullable Integer earlierAssessments,
        List<Urgency> accepted,
        Origin origin) {
    public GoldCase {
        accepted = List.copyOf(accepted);
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException("a gold case accepts at least one urgency");
        }
    }

    /** The one that is expected. */
    public Urgency expected() {
        return accepted.getFirst();
    }

    Urgency leastUrgent() {
        return Collections.max(accepted);
    }

    Urgency mostUrgent() {
        return Collections.min(accepted);
    }
}
