package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sees to it that every rule is shown to fire, to be just missed, and to treat a missing answer as it should. */
final class CaseLint {
    private final Ruleset ruleset;
    private final List<RuleCases> cases;
    private final Unread unread;
    private final List<Defect> defects = new ArrayList<>();

    private CaseLint(Ruleset ruleset, List<RuleCases> cases, Unread unread) {
        this.ruleset = ruleset;
        this.cases = cases;
        this.unread = unread;
    }

    /** What is missing, and what stands in the wrong place; whether cases are true is for {@link TrueCases} to say. */
    static List<Defect> defects(Ruleset ruleset, List<RuleCases> cases, Unread unread) {
        CaseLint lint = new CaseLint(ruleset, cases, unread);
        Map<String, RuleCases> byRule = lint.byRule();
        for (RuleTable table : ruleset.tables()) {
            for (Rule rule : table.rules()) {
                lint.lint(table, rule, byRule.getOrDefault(rule.id(), none(table, rule)));
            }
        }
        return lint.defects;
    }

    /** The file of cases that goes with a table. */
    static String fileOf(RuleTable table) {
        return table.file().replaceFirst("^rules/", "cases/");
    }

    private static RuleCases none(RuleTable table, Rule rule) {
        return new RuleCases(fileOf(table), rule.id(), List.of(), List.of(), List.of(), List.of());
    }

    private Map<String, RuleCases> byRule() {
        Map<String, RuleCases> byRule = new LinkedHashMap<>();
        for (RuleCases one : cases) {
            List<RuleTable> tables = ruleset.tables().stream()
                    .filter(table ->
                            table.rules().stream().anyMatch(rule -> rule.id().equals(one.rule())))
                    .toList();
            if (tables.isEmpty()) {
                if (!unread.files().contains(one.file().replaceFirst("^cases/", "rules/"))) {
                    defects.add(new Defect(one.file(), one.rule(), "cases of no rule"));
                }
            } else if (tables.stream().noneMatch(table -> fileOf(table).equals(one.file()))) {
                defects.add(new Defect(
                        one.file(),
                        one.rule(),
                        "cases of a rule that stands in " + tables.getFirst().file()));
            } else {
                byRule.put(one.rule(), one);
            }
        }
        return byRule;
    }

    private void lint(RuleTable table, Rule rule, RuleCases ofRule) {
        if (unread.files().contains(fileOf(table))) {
            return;
        }
        if (ofRule.firing().isEmpty()) {
            defects.add(new Defect(table.file(), rule.id(), "has no firing case"));
        }
        if (ofRule.nearMisses().isEmpty()) {
            defects.add(new Defect(table.file(), rule.id(), "has no near-miss case"));
        }
        if (unread.conditions().contains(rule.id())) {
            return;
        }
        if (mayMiss(rule).findAny().isPresent()
                && ofRule.silentWithout().isEmpty()
                && ofRule.firingWithout().isEmpty()) {
            defects.add(new Defect(table.file(), rule.id(), "has no unanswered case"));
        }
    }

    /** What the rule asks and nobody has to answer; a rule without is never in want of an answer. */
    private Stream<Question> mayMiss(Rule rule) {
        Stream<Question> screened = Conditions.all(rule.when()).anyMatch(Condition.ScreenIncomplete.class::isInstance)
                ? ruleset.screen().stream().map(asked -> asked.question())
                : Stream.empty();
        return Stream.concat(Conditions.questions(rule.when()), screened)
                .distinct()
                .filter(question -> !question.required());
    }
}
