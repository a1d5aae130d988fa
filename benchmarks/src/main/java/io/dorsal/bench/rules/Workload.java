package io.dorsal.bench.rules;

import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;

/** What there is to decide, and by which rules. */
record Workload(Ruleset ruleset, List<Given> assessments) {
    /** How many assessments are decided in turn. */
    static final int ASSESSMENTS = 1024;

    /** Stands for the active ruleset as it is. */
    static final int ACTIVE = 0;

    static Workload of(int conditionRules) {
        Ruleset active = Rulesets.active();
        return new Workload(
                conditionRules == ACTIVE ? active : LargerRulesets.of(active, conditionRules),
                Assessments.of(active.vocabulary(), ASSESSMENTS));
    }

    Rulebook rulebook() {
        return Rulebook.of(ruleset);
    }
}
