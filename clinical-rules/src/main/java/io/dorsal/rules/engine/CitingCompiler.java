package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes of a condition what cites its reasons. */
final class CitingCompiler {
    private final Function<Condition, Check> checks;
    private final long[] surely;
    private final long[] whenPositive;
    private final long[] whenZero;
    private final long[] whenUnanswered;
    private final List<Citing.Range> ranges = new ArrayList<>();
    private final List<Check> held = new ArrayList<>();
    private final List<Check> doubtful = new ArrayList<>();

    private CitingCompiler(Vocabulary vocabulary, Function<Condition, Check> checks) {
        int words = Answers.words(vocabulary);
        this.checks = checks;
        this.surely = new long[words];
        this.whenPositive = new long[words];
        this.whenZero = new long[words];
        this.whenUnanswered = new long[words];
    }

    static Citing compile(Condition condition, Vocabulary vocabulary, Function<Condition, Check> checks) {
        CitingCompiler compiler = new CitingCompiler(vocabulary, checks);
        compiler.addHeld(condition);
        return compiler.citing();
    }

    private Citing citing() {
        return new Citing(
                surely,
                whenPositive,
                whenZero,
                whenUnanswered,
                ranges.toArray(Citing.Range[]::new),
                held.toArray(Check[]::new),
                doubtful.toArray(Check[]::new));
    }

    private void addHeld(Condition condition) {
        switch (condition) {
            case Condition.OnAnswer onAnswer -> addSurely(onAnswer.question());
            case Condition.Derived derived -> {
                addSurely(derived.number().from());
                addSurely(derived.number().minus());
            }
            case Condition.AllOf(var parts) -> parts.forEach(this::addHeld);
            case Condition.AnyOf(var parts) -> parts.forEach(this::addDoubtful);
            case Condition.AtLeast(int _, var parts) -> parts.forEach(this::addDoubtful);
            case Condition.Named(var term) -> addHeld(term.when());
            case Condition.Not(var negated) -> addFailed(negated, condition);
            case Condition.NoAnswerAmong(var answers) ->
                Positive.questions(answers)
                        .ifPresentOrElse(
                                questions -> add(questions, whenZero), () -> held.add(checks.apply(condition)));
            case Condition.ScreenIncomplete() -> held.add(checks.apply(condition));
            case Condition.Always _, Condition.Fires _, Condition.EarlierAssessments _ -> {}
        }
    }

    private void addFailed(Condition negated, Condition negation) {
        switch (negated) {
            case Condition.OnAnswer onAnswer -> addSurely(onAnswer.question());
            case Condition.Named(var term) -> addFailed(term.when(), new Condition.Not(term.when()));
            case Condition.Fires _, Condition.EarlierAssessments _ -> {}
            case Condition.AnyOf(var parts) -> parts.forEach(part -> addFailed(part, new Condition.Not(part)));
            case Condition.Always _,
                    Condition.Derived _,
                    Condition.AllOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.ScreenIncomplete _ -> held.add(checks.apply(negation));
        }
    }

    private void addDoubtful(Condition condition) {
        switch (condition) {
            case Condition.Is is
            when Positive.isPositive(is) -> Bits.set(whenPositive, is.question().index());
            case Condition.Is(Question question, int accepted)
            when isOneNumber(accepted) -> {
                int raw = Integer.numberOfTrailingZeros(accepted);
                ranges.add(new Citing.Range(question.index(), raw, raw));
            }
            case Condition.Between(Question question, int min, int max) ->
                ranges.add(new Citing.Range(question.index(), Math.max(min, 0), max));
            case Condition.Unanswered(Question question) -> Bits.set(whenUnanswered, question.index());
            case Condition.Named(var term) -> addDoubtful(term.when());
            case Condition.AnyOf(var parts) -> parts.forEach(this::addDoubtful);
            case Condition.Always _, Condition.Fires _, Condition.EarlierAssessments _ -> {}
            case Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Derived _,
                    Condition.AllOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.ScreenIncomplete _ -> doubtful.add(checks.apply(condition));
        }
    }

    private static boolean isOneNumber(int accepted) {
        return Integer.bitCount(accepted) == 1;
    }

    private void addSurely(Question question) {
        Bits.set(surely, question.index());
    }

    private static void add(long[] questions, long[] into) {
        for (int word = 0; word < questions.length; word++) {
            into[word] |= questions[word];
        }
    }
}
