package io.dorsal.rules.decision;

import io.dorsal.rules.vocabulary.AnswerValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers that would have led to another urgency.
 *
 * @param changes all of them together, in the order of the vocabulary; no smaller set changes the urgency in that direction
 * @param urgency the urgency that the changed answers have
 */
public record Counterfactual(List<Change> changes, Urgency urgency) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }

    /**
     * One answer, changed.
     *
     * @param from null: not answered
     */
    public record Change(String path, @Nullable AnswerValue from, AnswerValue to) {}
}
