package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that no condition is large. Conditions are finite trees, so this bounds the time that a rule takes, and the
 * same way on every machine and under any load.
 */
final class SizeLint {
    /** Nine times the largest rule of the first edition; evaluated in some ten microseconds. */
    static final int MOST_PARTS = 500;

    private final List<Defect> defects = new ArrayList<>();

    private SizeLint() {}

    static List<Defect> defects(Ruleset ruleset) {
        SizeLint lint = new SizeLint();
        for (RuleTable table : ruleset.tables()) {
            for (Rule rule : table.rules()) {
                lint.lint(table.file(), rule.id(), rule.when());
            }
        }
        ruleset.terms().forEach(term -> lint.lint("terms.yaml", "term " + term.name(), term.when()));
        ruleset.screen().forEach(asked -> lint.lint("ruleset.yaml", "screen " + asked.question(), asked.when()));
        ruleset.durationClasses().cases().forEach(one -> lint.lint("ruleset.yaml", "class " + one.name(), one.when()));
        ruleset.patterns().cases().forEach(one -> lint.lint("ruleset.yaml", "pattern " + one.name(), one.when()));
        ruleset.advice().forEach(advice -> lint.lint("advice.yaml", "advice " + advice.id(), advice.answers()));
        return lint.defects;
    }

    private void lint(String file, String what, Condition condition) {
        if (Conditions.size(condition, MOST_PARTS) > MOST_PARTS) {
            defects.add(
                    new Defect(file, what, "its condition has more than " + MOST_PARTS + " parts, terms written out"));
        }
    }
}
