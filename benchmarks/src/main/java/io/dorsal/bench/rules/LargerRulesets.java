package io.dorsal.bench.rules;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.Term;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Rulesets of any size, made of another's condition rules: every round of copies has thresholds of its own, and each copy
 * is for one band of ages, as rules of a larger set would be more special. Pathway rules stay as they are.
 */
final class LargerRulesets {
    private static final int BAND = 20;

    private LargerRulesets() {}

    /** The ruleset with so many condition rules. */
    static Ruleset of(Ruleset ruleset, int conditionRules) {
        List<RuleTable> tables = new ArrayList<>();
        int left = conditionRules;
        for (int round = 0; left > 0; round++) {
            Copying copying = new Copying(ruleset.vocabulary().question("patient.ageYears"), round);
            for (RuleTable table : ruleset.tables()) {
                if (table.kind() == RuleTable.Kind.CONDITION && left > 0) {
                    List<Rule> rules =
                            table.rules().stream().limit(left).map(copying::of).toList();
                    tables.add(new RuleTable(table.file(), table.title(), table.kind(), rules));
                    left -= rules.size();
                }
            }
        }
        ruleset.tables().stream()
                .filter(table -> table.kind() == RuleTable.Kind.PATHWAY)
                .forEach(tables::add);
        return with(tables, ruleset);
    }

    /** Another ruleset with these tables. */
    static Ruleset with(List<RuleTable> tables, Ruleset other) {
        return new Ruleset(
                other.version(),
                other.status(),
                other.title(),
                other.hash(),
                other.vocabulary(),
                tables,
                other.numbers(),
                other.terms(),
                other.screen(),
                other.durationClasses(),
                other.patterns(),
                other.urgencies(),
                other.queues(),
                other.sources(),
                other.conflicts(),
                other.advice());
    }

    private record Copying(Question age, int round) {

        Rule of(Rule rule) {
            return round == 0
                    ? rule
                    : new Rule(
                            id(rule.id()),
                            rule.title(),
                            rule.urgency(),
                            new Condition.AllOf(List.of(band(rule), copy(rule.when()))),
                            rule.queues(),
                            rule.workUp(),
                            rule.explanation(),
                            rule.sources());
        }

        private String id(String rule) {
            return round == 0 ? rule : rule + "." + round;
        }

        private Condition band(Rule rule) {
            int from = Math.floorMod(rule.id().hashCode() + round * 7, 80);
            return new Condition.Between(age, from, from + BAND);
        }

        private Condition copy(Condition condition) {
            return switch (condition) {
                case Condition.Between(Question question, int min, int max) -> shifted(question, min, max);
                case Condition.AllOf(var parts) -> new Condition.AllOf(copies(parts));
                case Condition.AnyOf(var parts) -> new Condition.AnyOf(copies(parts));
                case Condition.AtLeast(int count, var parts) -> new Condition.AtLeast(count, copies(parts));
                case Condition.Not(var negated) -> new Condition.Not(copy(negated));
                case Condition.Named(Term term) ->
                    new Condition.Named(new Term(id(term.name()), term.means(), copy(term.when())));
                case Condition.Fires(String rule) -> new Condition.Fires(id(rule));
                case Condition.Derived(var number, int min, int max) ->
                    new Condition.Derived(number, min, max - round % 10);
                case Condition.Always _,
                        Condition.Is _,
                        Condition.HasAny _,
                        Condition.HasAll _,
                        Condition.Unanswered _,
                        Condition.NoAnswerAmong _,
                        Condition.ScreenIncomplete _,
                        Condition.EarlierAssessments _ -> condition;
            };
        }

        private List<Condition> copies(List<Condition> parts) {
            return parts.stream().map(this::copy).toList();
        }

        /** Moves the bounds that cut something off. */
        private Condition shifted(Question question, int min, int max) {
            AnswerType.WholeNumber type = (AnswerType.WholeNumber) question.type();
            int by = type.max() > 100 ? round % 30 : round % 3;
            int from = min > type.min() ? Math.min(min + by, type.max()) : min;
            int to = max < type.max() ? Math.min(max + by, type.max()) : max;
            return new Condition.Between(question, Math.min(from, to), to);
        }
    }
}
