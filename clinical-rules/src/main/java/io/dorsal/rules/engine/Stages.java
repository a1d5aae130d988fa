package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order the rules are evaluated that a table leaves over: each in a stage after those it asks for. */
final class Stages {
    private static final int SETTLED = -1;

    private Stages() {}

    /**
     * The rules of each stage, a bit for each.
     *
     * @throws IllegalArgumentException if rules ask for each other in a circle
     */
    static long[][] of(RuleSettling settling, List<Rule> rules) {
        Map<String, Integer> stages = new HashMap<>();
        for (Rule rule : EvaluationOrder.of(rules)) {
            int before = Conditions.referredRules(rule.when()).stream()
                    .mapToInt(referred -> stages.getOrDefault(referred, SETTLED))
                    .max()
                    .orElse(SETTLED);
            stages.put(rule.id(), settling.isSettledByTable(rules.indexOf(rule)) ? SETTLED : before + 1);
        }
        int count =
                1 + stages.values().stream().mapToInt(Integer::intValue).max().orElse(SETTLED);
        long[][] masks = new long[count][Bits.forSize(rules.size()).length];
        for (int rule = 0; rule < rules.size(); rule++) {
            int stage = stages.getOrDefault(rules.get(rule).id(), SETTLED);
            if (stage != SETTLED) {
                Bits.set(masks[stage], rule);
            }
        }
        return masks;
    }
}
