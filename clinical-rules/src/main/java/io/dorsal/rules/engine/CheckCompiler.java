package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.ruleset.Term;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns conditions into checks, once, when a ruleset is loaded. */
final class CheckCompiler {
    private final Map<String, Integer> ruleIndexes;
    private final Map<Term, Check> terms = new HashMap<>();
    private final EmergencyScreen screen;

    CheckCompiler(Map<String, Integer> ruleIndexes, List<ScreenQuestion> screen) {
        this.ruleIndexes = ruleIndexes;
        this.screen = new EmergencyScreen(screen.stream()
                .map(asked -> new EmergencyScreen.Asked(asked.question().index(), compile(asked.when())))
                .toArray(EmergencyScreen.Asked[]::new));
    }

    EmergencyScreen screen() {
        return screen;
    }

    Check compile(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> new LogicChecks.Always();
            case Condition.Is is -> compile(is);
            case Condition.HasAny(var question, int symbols) -> new AnswerChecks.HasAny(question.index(), symbols);
            case Condition.HasAll(var question, int symbols) -> new AnswerChecks.HasAll(question.index(), symbols);
            case Condition.Between(var question, int min, int max) ->
                new AnswerChecks.Between(question.index(), min, max);
            case Condition.Derived(DerivedNumber number, int min, int max) ->
                new AnswerChecks.Derived(number.from().index(), number.minus().index(), number.per(), min, max);
            case Condition.Unanswered(var question) -> new AnswerChecks.Unanswered(question.index());
            case Condition.AllOf(var parts) -> new LogicChecks.AllOf(compile(parts));
            case Condition.AnyOf(var parts) -> anyOf(parts);
            case Condition.AtLeast(int count, var parts) -> atLeast(count, parts);
            case Condition.Not(var negated) -> new LogicChecks.Not(compile(negated));
            case Condition.NoAnswerAmong(var answers) ->
                Positive.questions(answers)
                        .<Check>map(PositiveChecks.None::new)
                        .orElseGet(() -> LogicChecks.NoAnswerAmong.of(
                                answers.stream().map(CheckCompiler::compile).toList()));
            case Condition.Named(Term term) -> compile(term);
            case Condition.Fires(String rule) -> new LogicChecks.Fires(index(rule));
            case Condition.ScreenIncomplete() -> screen;
            case Condition.EarlierAssessments(int atLeast) -> new LogicChecks.EarlierAssessments(atLeast);
        };
    }

    private Check[] compile(List<Condition> parts) {
        return parts.stream().map(this::compile).toArray(Check[]::new);
    }

    private Check anyOf(List<Condition> parts) {
        List<Condition> positive = parts.stream().filter(Positive::isPositive).toList();
        long @Nullable [] questions = Positive.questions(positive).orElse(null);
        if (questions == null) {
            return atLeast(1, parts);
        }
        Check one = new PositiveChecks.AtLeast(1, questions);
        if (positive.size() == parts.size()) {
            return one;
        }
        return new LogicChecks.AnyOf(Stream.concat(
                        Stream.of(one),
                        parts.stream()
                                .filter(part -> !Positive.isPositive(part))
                                .map(this::compile))
                .toArray(Check[]::new));
    }

    private Check atLeast(int count, List<Condition> parts) {
        long @Nullable [] questions = Positive.questions(parts).orElse(null);
        if (questions != null) {
            return new PositiveChecks.AtLeast(count, questions);
        }
        Check[] checks = compile(parts);
        List<AnswerChecks.Is> tests = Arrays.stream(checks)
                .filter(AnswerChecks.Is.class::isInstance)
                .map(AnswerChecks.Is.class::cast)
                .toList();
        if (tests.size() == checks.length) {
            return AnswerChecks.AtLeast.of(count, tests);
        }
        return count == 1 ? new LogicChecks.AnyOf(checks) : new LogicChecks.AtLeast(count, checks);
    }

    private Check compile(Term term) {
        Check known = terms.get(term);
        if (known != null) {
            return known;
        }
        Check compiled = compile(term.when());
        terms.put(term, compiled);
        return compiled;
    }

    private static AnswerChecks.Is compile(Condition.Is is) {
        return new AnswerChecks.Is(is.question().index(), is.accepted());
    }

    private int index(String rule) {
        Integer index = ruleIndexes.get(rule);
        if (index == null) {
            throw new IllegalArgumentException("no such condition rule: " + rule);
        }
        return index;
    }
}
