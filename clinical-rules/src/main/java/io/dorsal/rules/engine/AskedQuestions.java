package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the questions that a condition depends on. */
final class AskedQuestions {
    private final List<ScreenQuestion> screen;

    AskedQuestions(List<ScreenQuestion> screen) {
        this.screen = screen;
    }

    /** Indexes of the rules that depend on each question, by themselves or through rules that they refer to. */
    static int[][] rulesByQuestion(Ruleset ruleset, List<Rule> inEvaluationOrder) {
        AskedQuestions asked = new AskedQuestions(ruleset.screen());
        Map<String, BitSet> byRule = new HashMap<>();
        for (Rule rule : inEvaluationOrder) {
            BitSet questions = asked.of(rule.when());
            Conditions.referredRules(rule.when())
                    .forEach(referred -> questions.or(byRule.getOrDefault(referred, new BitSet())));
            byRule.put(rule.id(), questions);
        }
        return IntStream.range(0, ruleset.vocabulary().size())
                .mapToObj(question -> IntStream.range(0, inEvaluationOrder.size())
                        .filter(rule -> byRule.getOrDefault(
                                        inEvaluationOrder.get(rule).id(), new BitSet())
                                .get(question))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Indexes of the questions that the condition itself asks for. */
    BitSet of(Condition condition) {
        BitSet questions = new BitSet();
        Conditions.all(condition).flatMap(this::asked).forEach(question -> questions.set(question.index()));
        return questions;
    }

    private Stream<Question> asked(Condition condition) {
        return switch (condition) {
            case Condition.Is(Question question, int _) -> Stream.of(question);
            case Condition.HasAny(Question question, int _) -> Stream.of(question);
            case Condition.HasAll(Question question, int _) -> Stream.of(question);
            case Condition.Between(Question question, int _, int _) -> Stream.of(question);
            case Condition.Unanswered(Question question) -> Stream.of(question);
            case Condition.Derived derived ->
                Stream.of(derived.number().from(), derived.number().minus());
            case Condition.ScreenIncomplete _ ->
                screen.stream()
                        .flatMap(one -> Stream.concat(
                                Stream.of(one.question()),
                                Conditions.all(one.when()).flatMap(this::asked)));
            case Condition.Always _,
                    Condition.AllOf _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Named _,
                    Condition.Fires _,
                    Condition.EarlierAssessments _ -> Stream.empty();
        };
    }
}
