package io.dorsal.rules.clauses;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects between which numbers conditions tell apart. */
final class Thresholds {
    private final int[] ofAnswers;
    private final Map<DerivedNumber, Range> ofDerived = new LinkedHashMap<>();
    private int ofCount;

    /** From the lowest number that is told from those below, less one, to the highest that is told from those below. */
    record Range(int lowest, int highest) {
        Range and(Range other) {
            return new Range(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }

        static Range of(int threshold) {
            return new Range(threshold - 1, threshold);
        }
    }

    Thresholds(Vocabulary vocabulary) {
        this.ofAnswers = new int[vocabulary.size()];
    }

    void add(Condition condition) {
        switch (condition) {
            case Condition.Between(Question question, int min, int max) -> {
                add(question, min);
                if (question.type() instanceof AnswerType.WholeNumber type && max < type.max()) {
                    add(question, max + 1);
                }
            }
            case Condition.Derived(DerivedNumber number, int min, int max) -> {
                if (min > Integer.MIN_VALUE) {
                    ofDerived.merge(number, Range.of(min), Range::and);
                }
                if (max < Integer.MAX_VALUE) {
                    ofDerived.merge(number, Range.of(max + 1), Range::and);
                }
            }
            case Condition.EarlierAssessments(int atLeast) -> ofCount = Math.max(ofCount, atLeast);
            case Condition.Always _,
                    Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Unanswered _,
                    Condition.AllOf _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Named _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _ -> {}
        }
    }

    private void add(Question question, int threshold) {
        ofAnswers[question.index()] = Math.max(ofAnswers[question.index()], threshold);
    }

    /** The highest number that is told from those below. */
    int ofAnswer(Question question) {
        return ofAnswers[question.index()];
    }

    int ofCount() {
        return ofCount;
    }

    Map<DerivedNumber, Range> ofDerived() {
        return ofDerived;
    }
}
