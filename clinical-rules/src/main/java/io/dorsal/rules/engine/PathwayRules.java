package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pathway rules: where no condition rule fired, the first that matches is the one finding. */
final class PathwayRules {
    private final CompiledRule[] rules;

    PathwayRules(List<Rule> rules, CheckSource checks, Reasons reasons) {
        this.rules = rules.stream()
                .map(rule -> new CompiledRule(rule, checks.check(rule), reasons))
                .toArray(CompiledRule[]::new);
    }

    /** One that fails is a finding too, but does not end the search: it must not keep a more urgent one from matching. */
    List<Finding> findings(Evaluation evaluation) {
        List<Finding> findings = new ArrayList<>(1);
        for (CompiledRule rule : rules) {
            Outcome outcome = rule.evaluate(evaluation);
            if (outcome != Outcome.NOT_FIRED) {
                findings.add(rule.finding(evaluation, outcome));
            }
            if (outcome == Outcome.FIRED) {
                break;
            }
        }
        findings.sort(Comparator.comparing(Finding::urgency));
        return findings;
    }
}
