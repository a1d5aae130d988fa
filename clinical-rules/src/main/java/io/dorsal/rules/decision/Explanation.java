package io.dorsal.rules.decision;

import java.util.List;

/**
 * A decision with all that speaks for and against it.
 *
 * @param rules every rule, in the order of the ruleset
 * @param counterfactuals the smallest sets of changes that would raise the urgency, the most urgent first; then those that
 *     would lower it
 */
public record Explanation(Decision decision, List<RuleOutcome> rules, List<Counterfactual> counterfactuals) {
    public Explanation {
        rules = List.copyOf(rules);
        counterfactuals = List.copyOf(counterfactuals);
    }
}
