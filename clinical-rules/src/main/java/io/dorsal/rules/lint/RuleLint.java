package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** Looks at each rule by itself. */
final class RuleLint {
    private final Ruleset ruleset;
    private final List<Defect> defects = new ArrayList<>();

    private RuleLint(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<Defect> defects(Ruleset ruleset) {
        RuleLint lint = new RuleLint(ruleset);
        for (RuleTable table : ruleset.tables()) {
            table.rules().forEach(rule -> lint.lint(table, rule));
        }
        return lint.defects;
    }

    private void lint(RuleTable table, Rule rule) {
        if (rule.sources().isEmpty()) {
            defects.add(new Defect(table.file(), rule.id(), "names no source"));
        }
        for (Citation citation : rule.sources()) {
            if (ruleset.source(citation.source()).isEmpty()) {
                defects.add(new Defect(table.file(), rule.id(), "unresolved source: " + citation.source()));
            }
        }
        if (rule.queues().isEmpty() != (rule.urgency() == Urgency.SELF_CARE)) {
            defects.add(new Defect(table.file(), rule.id(), "needs a queue, or urgency SELF_CARE and none"));
        }
        if (table.kind() == RuleTable.Kind.CONDITION && rule.urgency() == Urgency.SELF_CARE) {
            defects.add(new Defect(table.file(), rule.id(), "would keep more urgent pathway rules from matching"));
        }
        if (rule.queues().stream().distinct().count() < rule.queues().size()) {
            defects.add(new Defect(table.file(), rule.id(), "names a queue twice"));
        }
    }
}
