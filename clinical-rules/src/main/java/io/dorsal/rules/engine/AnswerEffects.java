package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Condition.OnAnswer;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Knows which rules may come out otherwise once an unanswered question is answered: those with a condition on that question
 * that the answer meets and a missing one does not, or the other way round; and those that refer to them.
 */
final class AnswerEffects {
    private final List<ScreenQuestion> screen;
    private final List<Asked> byRule;

    /** What a rule asks: conditions on answers, and questions of which any answer may matter. */
    private record Asked(Set<OnAnswer> conditions, BitSet always) {
        Asked() {
            this(new HashSet<>(), new BitSet());
        }

        void add(Asked other) {
            conditions.addAll(other.conditions);
            always.or(other.always);
        }
    }

    AnswerEffects(List<Rule> inEvaluationOrder, List<ScreenQuestion> screen) {
        this.screen = screen;
        Map<String, Asked> known = new HashMap<>();
        for (Rule rule : inEvaluationOrder) {
            Asked asked = new Asked();
            Conditions.all(rule.when()).forEach(condition -> add(asked, condition));
            Conditions.referredRules(rule.when())
                    .forEach(referred -> asked.add(known.getOrDefault(referred, new Asked())));
            known.put(rule.id(), asked);
        }
        this.byRule = inEvaluationOrder.stream()
                .map(rule -> known.getOrDefault(rule.id(), new Asked()))
                .toList();
    }

    private void add(Asked asked, Condition condition) {
        switch (condition) {
            case OnAnswer onAnswer -> asked.conditions().add(onAnswer);
            case Condition.Derived derived -> {
                asked.always().set(derived.number().from().index());
                asked.always().set(derived.number().minus().index());
            }
            case Condition.ScreenIncomplete _ -> {
                for (ScreenQuestion one : screen) {
                    asked.always().set(one.question().index());
                    Conditions.all(one.when()).forEach(part -> add(asked, part));
                }
            }
            case Condition.Always _,
                    Condition.AllOf _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Named _,
                    Condition.Fires _,
                    Condition.EarlierAssessments _ -> {}
        }
    }

    /** Indexes of the rules, in the order of evaluation. */
    int[] rules(Question question, int raw) {
        return IntStream.range(0, byRule.size())
                .filter(rule -> mayChange(byRule.get(rule), question.index(), raw))
                .toArray();
    }

    private static boolean mayChange(Asked asked, int question, int raw) {
        return asked.always().get(question)
                || asked.conditions().stream()
                        .anyMatch(condition -> condition.question().index() == question
                                && condition.isMetBy(raw) != condition.isMetBy(Answers.UNANSWERED));
    }
}
