package io.dorsal.rules.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param because every answer that satisfied the rule, in the order of the vocabulary
 * @param queues who the rule asks for, in the rule's own order
 * @param workUp examinations to arrange; null where the rule names none
 * @param evaluationFailed true: evaluating the rule failed, which counts as fired; {@code because} is empty then
 */
public record Finding(
        String rule,
        String title,
        Urgency urgency,
        List<Because> because,
        List<Queue> queues,
        @Nullable String workUp,
        List<String> sources,
        boolean evaluationFailed) {
    public Finding {
        because = List.copyOf(because);
        queues = List.copyOf(queues);
        sources = List.copyOf(sources);
    }
}
