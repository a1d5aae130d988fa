package io.dorsal.rules.engine;

import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import java.util.List;

/** Rules that ask for the count of earlier assessments, and would fire if it were known to be high enough. */
final class OpenRules {
    private OpenRules() {}

    static List<CompiledRule> askingForCount(List<CompiledRule> rules) {
        return rules.stream()
                .filter(rule ->
                        Conditions.all(rule.rule().when()).anyMatch(Condition.EarlierAssessments.class::isInstance))
                .toList();
    }

    static List<String> of(List<CompiledRule> askingForCount, Evaluation evaluation) {
        if (evaluation.earlierAssessments() >= 0) {
            return List.of();
        }
        Evaluation supposed = evaluation.withEarlierAssessments(Integer.MAX_VALUE);
        return askingForCount.stream()
                .filter(rule -> !evaluation.hasFired(rule.index()) && rule.evaluate(supposed) == Outcome.FIRED)
                .map(rule -> rule.rule().id())
                .toList();
    }
}
