package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition written out: no terms, no other rules, no screen, only single answers. */
sealed interface Formula {

    /** Known to be met or not. */
    record Truth(boolean met) implements Formula {}

    /** A condition on the answer to one question. */
    record Answered(Question question, Condition test) implements Formula {}

    /** What is not looked into; it may be met or not, whatever the answers. */
    record Open(Condition condition) implements Formula {}

    /** At least so many are met. */
    record Count(int atLeast, List<Formula> parts) implements Formula {}

    /** Is not met. */
    record Negation(Formula negated) implements Formula {}

    /** Indexes of the questions on whose answers it depends. */
    default Set<Integer> questions() {
        return switch (this) {
            case Truth _, Open _ -> Set.of();
            case Answered(Question question, Condition _) -> Set.of(question.index());
            case Negation(Formula negated) -> negated.questions();
            case Count(int _, var parts) ->
                parts.stream().flatMap(part -> part.questions().stream()).collect(Collectors.toUnmodifiableSet());
        };
    }

    static Formula all(List<Formula> parts) {
        return new Count(parts.size(), parts);
    }

    static Formula not(Formula negated) {
        return new Negation(negated);
    }

    /** A question whose answer is known. */
    record Known(Question question, int raw) {}

    /**
     * Writes conditions out, where one answer may be known. What refers to rules that refer to rules could grow without
     * end, so that beyond a size other rules are left open.
     */
    final class Writer {
        private static final int MOST_ANSWERS = 500;

        private final Ruleset ruleset;
        private final Map<String, Condition> rules = new HashMap<>();
        private final @Nullable Known known;
        private int written;

        Writer(Ruleset ruleset, @Nullable Known known) {
            this.ruleset = ruleset;
            this.known = known;
            ruleset.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule.when()));
        }

        Formula write(Condition condition) {
            written = 0;
            return written(condition);
        }

        private Formula written(Condition condition) {
            return switch (condition) {
                case Condition.Always() -> new Truth(true);
                case Condition.Is is -> answered(is.question(), is);
                case Condition.HasAny test -> answered(test.question(), test);
                case Condition.HasAll test -> answered(test.question(), test);
                case Condition.Between test -> answered(test.question(), test);
                case Condition.Unanswered test -> answered(test.question(), test);
                case Condition.AllOf(var parts) -> new Count(parts.size(), all(parts));
                case Condition.AnyOf(var parts) -> new Count(1, all(parts));
                case Condition.AtLeast(int count, var parts) -> new Count(count, all(parts));
                case Condition.Not(Condition negated) -> new Negation(written(negated));
                case Condition.NoAnswerAmong(var answers) -> new Negation(new Count(1, all(answers)));
                case Condition.Named(var term) -> written(term.when());
                case Condition.Fires fires -> fires(fires);
                case Condition.ScreenIncomplete() -> screen();
                case Condition.Derived _, Condition.EarlierAssessments _ -> new Open(condition);
            };
        }

        private Formula fires(Condition.Fires fires) {
            Condition rule = rules.get(fires.rule());
            return rule == null || written > MOST_ANSWERS ? new Open(fires) : written(rule);
        }

        private List<Formula> all(List<? extends Condition> conditions) {
            List<Formula> all = new ArrayList<>();
            conditions.forEach(condition -> all.add(written(condition)));
            return all;
        }

        private Formula screen() {
            List<Formula> open = new ArrayList<>();
            ruleset.screen()
                    .forEach(asked -> open.add(Formula.all(List.of(
                            answered(asked.question(), new Condition.Unanswered(asked.question())),
                            written(asked.when())))));
            return new Count(1, open);
        }

        private Formula answered(Question question, Condition test) {
            written++;
            return known != null && known.question().index() == question.index()
                    ? new Truth(isMet(test, known.raw()))
                    : new Answered(question, test);
        }
    }

    /** Whether the answer by its raw number meets a condition on this one question. */
    static boolean isMet(Condition test, int raw) {
        return switch (test) {
            case Condition.Is(Question _, int accepted) -> raw >= 0 && (accepted >>> raw & 1) == 1;
            case Condition.HasAny(Question _, int symbols) -> raw > 0 && (raw & symbols) != 0;
            case Condition.HasAll(Question _, int symbols) -> raw >= 0 && (raw & symbols) == symbols;
            case Condition.Between(Question _, int min, int max) -> raw >= 0 && raw >= min && raw <= max;
            case Condition.Unanswered _ -> raw < 0;
            case Condition.Always _,
                    Condition.Derived _,
                    Condition.AllOf _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Named _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _,
                    Condition.EarlierAssessments _ -> throw new IllegalArgumentException("not on one question");
        };
    }
}
