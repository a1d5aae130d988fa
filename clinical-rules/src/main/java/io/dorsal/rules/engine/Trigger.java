package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Single answers, at least one of which must be given for a condition to be met.
 *
 * @param share how common such answers are, roughly; a trigger that seldom applies saves more
 */
record Trigger(List<Alternative> alternatives, double share) {
    private static final int MOST_ANSWERS = 256;

    /** Answers to one question by raw number plus one, so that 0 stands for unanswered. */
    record Alternative(Question question, BitSet answers) {}

    /** A trigger of the condition; empty where it can be met in ways that no single answer tells of. */
    static Optional<Trigger> of(Condition condition, List<ScreenQuestion> screen) {
        return switch (condition) {
            case Condition.Is(Question question, int accepted) ->
                answered(question, raw -> (accepted >>> raw & 1) == 1);
            case Condition.HasAny(Question question, int symbols) -> answered(question, raw -> (raw & symbols) != 0);
            case Condition.HasAll(Question question, int symbols) ->
                answered(question, raw -> (raw & symbols) == symbols);
            case Condition.Between(Question question, int min, int max) ->
                answered(question, raw -> raw >= min && raw <= max);
            case Condition.Unanswered(Question question) -> Optional.of(unanswered(question));
            case Condition.ScreenIncomplete() ->
                Optional.of(either(screen.stream()
                        .map(asked -> unanswered(asked.question()))
                        .toList()));
            case Condition.Named(var term) -> of(term.when(), screen);
            case Condition.AllOf(var parts) -> rarest(parts, screen);
            case Condition.AnyOf(var parts) -> any(parts, screen);
            case Condition.AtLeast atLeast -> any(atLeast.parts(), screen);
            case Condition.Always _,
                    Condition.Derived _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Fires _,
                    Condition.EarlierAssessments _ -> Optional.empty();
        };
    }

    private static Optional<Trigger> rarest(List<Condition> parts, List<ScreenQuestion> screen) {
        return parts.stream()
                .flatMap(part -> of(part, screen).stream())
                .min((one, other) -> Double.compare(one.share(), other.share()));
    }

    private static Optional<Trigger> any(List<Condition> parts, List<ScreenQuestion> screen) {
        List<Trigger> triggers =
                parts.stream().flatMap(part -> of(part, screen).stream()).toList();
        return triggers.size() == parts.size() ? Optional.of(either(triggers)) : Optional.empty();
    }

    private static Trigger either(List<Trigger> triggers) {
        List<Alternative> alternatives = new ArrayList<>();
        triggers.forEach(trigger -> alternatives.addAll(trigger.alternatives()));
        return new Trigger(
                alternatives, triggers.stream().mapToDouble(Trigger::share).sum());
    }

    private static Optional<Trigger> answered(Question question, IntPredicate accepted) {
        int count = countOfAnswers(question.type());
        if (count > MOST_ANSWERS) {
            return Optional.empty();
        }
        BitSet answers = new BitSet();
        for (int raw = 0; raw < count; raw++) {
            if (accepted.test(raw)) {
                answers.set(raw + 1);
            }
        }
        return Optional.of(single(question, answers, count));
    }

    private static Trigger unanswered(Question question) {
        BitSet answers = new BitSet();
        answers.set(0);
        return single(question, answers, countOfAnswers(question.type()));
    }

    private static Trigger single(Question question, BitSet answers, int count) {
        return new Trigger(List.of(new Alternative(question, answers)), answers.cardinality() / (count + 1.0));
    }

    static int countOfAnswers(AnswerType type) {
        return switch (type) {
            case AnswerType.YesNo _ -> 2;
            case AnswerType.WholeNumber number -> number.max() + 1;
            case AnswerType.OneOf oneOf -> oneOf.symbols().size();
            case AnswerType.SetOf setOf -> setOf.subsets().size();
        };
    }
}
