package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at each rule by itself. */
final class RuleLint {
    private final Ruleset ruleset;
    private final Unread unread;
    private final Map<String, String> titles = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();

    private RuleLint(Ruleset ruleset, Unread unread) {
        this.ruleset = ruleset;
        this.unread = unread;
    }

    static List<Defect> defects(Ruleset ruleset, Unread unread) {
        RuleLint lint = new RuleLint(ruleset, unread);
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
            if (!unread.files().contains(TextLint.SOURCES)
                    && ruleset.source(citation.source()).isEmpty()) {
                defects.add(new Defect(table.file(), rule.id(), "unresolved source: " + citation.source()));
            }
        }
        if (rule.sources().stream().map(Citation::source).distinct().count()
                < rule.sources().size()) {
            defects.add(new Defect(table.file(), rule.id(), "names a source twice"));
        }
        String twin = titles.putIfAbsent(rule.title(), rule.id());
        if (twin != null && !twin.equals(rule.id())) {
            defects.add(new Defect(table.file(), rule.id(), "has the title of " + twin));
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
