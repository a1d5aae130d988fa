package io.dorsal.rules.lint;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that every rule is shown to fire and to be just missed, and that the cases are true. */
final class CaseLint {
    private CaseLint() {}

    static List<Defect> missing(Ruleset ruleset, List<RuleCases> cases) {
        List<Defect> defects = new ArrayList<>();
        Map<String, RuleCases> byRule = new HashMap<>();
        cases.forEach(one -> byRule.put(one.rule(), one));
        for (RuleTable table : ruleset.tables()) {
            for (Rule rule : table.rules()) {
                RuleCases ofRule = byRule.remove(rule.id());
                if (ofRule == null || ofRule.firing().isEmpty()) {
                    defects.add(new Defect(table.file(), rule.id(), "has no firing case"));
                }
                if (ofRule == null || ofRule.nearMisses().isEmpty()) {
                    defects.add(new Defect(table.file(), rule.id(), "has no near-miss case"));
                }
            }
        }
        cases.stream()
                .filter(one -> byRule.containsKey(one.rule())
                        && ruleset.rule(one.rule()).isEmpty())
                .forEach(one -> defects.add(new Defect(one.file(), one.rule(), "cases of no rule")));
        return defects;
    }

    static List<Defect> wrong(TriageEngine engine, List<RuleCases> cases) {
        List<Defect> defects = new ArrayList<>();
        for (RuleCases ofRule : cases) {
            for (int i = 0; i < ofRule.firing().size(); i++) {
                if (!fires(engine, ofRule.rule(), ofRule.firing().get(i))) {
                    defects.add(new Defect(ofRule.file(), ofRule.rule(), "does not fire for firing case " + (i + 1)));
                }
            }
            for (int i = 0; i < ofRule.nearMisses().size(); i++) {
                RuleCases.Case nearMiss = ofRule.nearMisses().get(i);
                if (fires(engine, ofRule.rule(), nearMiss)) {
                    defects.add(new Defect(ofRule.file(), ofRule.rule(), "fires for near miss " + (i + 1)));
                }
                if (ofRule.firing().stream().noneMatch(firing -> firing.distanceTo(nearMiss) == 1)) {
                    defects.add(new Defect(
                            ofRule.file(),
                            ofRule.rule(),
                            "near miss " + (i + 1) + " is not one answer away from a firing case"));
                }
            }
        }
        return defects;
    }

    private static boolean fires(TriageEngine engine, String rule, RuleCases.Case one) {
        return engine.decide(new Assessment("case", null, one.answers()), one.earlierAssessments()).findings().stream()
                .map(Finding::rule)
                .anyMatch(rule::equals);
    }
}
