package io.dorsal.rules.decision;

import java.util.List;
import java.util.Optional;

/**
 * Another ruleset decides another urgency on the same answers.
 *
 * @param from the urgency as it is
 * @param to the urgency as it would be
 * @param rules ids of the rules that account for it, most urgent first; at least one
 */
public record UrgencyChange(Urgency from, Urgency to, List<String> rules) {
    public UrgencyChange {
        if (from == to || rules.isEmpty()) {
            throw new IllegalArgumentException("a change has two urgencies, and a rule that accounts for it");
        }
        rules = List.copyOf(rules);
    }

    /**
     * What changes from one decision's findings to the other's, each most urgent first; empty where the urgency stays,
     * whatever else differs. The rules that account for it are those of the more urgent side whose findings are above the
     * urgency of the other: no rule of that name fired there at that urgency.
     */
    public static Optional<UrgencyChange> between(List<Finding> active, List<Finding> candidate) {
        Urgency from = active.getFirst().urgency();
        Urgency to = candidate.getFirst().urgency();
        if (from == to) {
            return Optional.empty();
        }
        List<Finding> above = from.isMoreUrgentThan(to) ? active : candidate;
        Urgency below = from.isMoreUrgentThan(to) ? to : from;
        return Optional.of(new UrgencyChange(
                from,
                to,
                above.stream()
                        .filter(finding -> finding.urgency().isMoreUrgentThan(below))
                        .map(Finding::rule)
                        .toList()));
    }

    /** The rule that accounts for it before all others: the most urgent one. */
    public String rule() {
        return rules.getFirst();
    }

    /** Whether patients would wait longer. */
    public boolean isLowered() {
        return from.isMoreUrgentThan(to);
    }
}
