package io.dorsal.rules.decision;

import java.util.List;

/**
 * What became of one rule, whether it fired or not.
 *
 * @param because the answers that decided it, in the order of the vocabulary; value null where it counts that the question
 *     was not answered
 * @param open paths of the unanswered questions that could still make it fire; empty unless the rule is open, and where
 *     nothing is missing but the count of earlier assessments
 */
public record RuleOutcome(String rule, Outcome outcome, List<Because> because, List<String> open) {
    public RuleOutcome {
        because = List.copyOf(because);
        open = List.copyOf(open);
    }

    /** How a rule ended. */
    public enum Outcome {
        /** It is a finding of the decision; a rule that could not be evaluated counts as fired. */
        FIRED,
        /** It is none, and no answer to an open question would make it one. */
        NOT_FIRED,
        /** It is none yet: answers that are missing could make it one. */
        OPEN
    }
}
