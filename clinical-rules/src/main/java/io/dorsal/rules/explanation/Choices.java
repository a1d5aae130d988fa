package io.dorsal.rules.explanation;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What each question may be answered with while a change of outcome is looked for: what it is answered with now, first, then
 * the other answers that rules tell apart, the nearest before those further off. Sets of choices are bit masks.
 */
final class Choices {
    private static final int MOST = Long.SIZE;

    private final Answers answers;
    private final int[][] byQuestion;

    private Choices(Answers answers, int[][] byQuestion) {
        this.answers = answers;
        this.byQuestion = byQuestion;
    }

    /** @param changeable whether a question may be answered otherwise than it is; it is never left unanswered again */
    static Choices of(Answers answers, DistinctAnswers distinct, Predicate<Question> changeable) {
        List<Question> questions = answers.vocabulary().questions();
        return new Choices(
                answers,
                questions.stream()
                        .map(question -> changeable.test(question)
                                ? choices(question, answers, distinct)
                                : new int[] {answers.raw(question.index())})
                        .toArray(int[][]::new));
    }

    private static int[] choices(Question question, Answers answers, DistinctAnswers distinct) {
        int current = answers.raw(question.index());
        IntStream others = IntStream.of(distinct.of(question, answers))
                .filter(raw -> raw != current)
                .boxed()
                .sorted(Comparator.comparingInt(raw -> distance(question, current, raw)))
                .mapToInt(Integer::intValue);
        return IntStream.concat(IntStream.of(current), others).limit(MOST).toArray();
    }

    private static int distance(Question question, int one, int other) {
        int from = Math.max(one, 0); // the first symbol is the harmless one, and so is an empty set
        return question.type() instanceof AnswerType.SetOf ? Integer.bitCount(from ^ other) : Math.abs(from - other);
    }

    Answers answers() {
        return answers;
    }

    /** The choices whose raw number is accepted, unanswered among them where it is the present state. */
    long mask(int question, IntPredicate accepted) {
        long mask = 0;
        int[] choices = byQuestion[question];
        for (int choice = 0; choice < choices.length; choice++) {
            if (accepted.test(choices[choice])) {
                mask |= 1L << choice;
            }
        }
        return mask;
    }

    /** The raw numbers to choose from; the first is the present state. */
    int[] raws(int question) {
        return byQuestion[question];
    }

    /** The raw number of the nearest choice in the mask. */
    int nearest(int question, long mask) {
        return byQuestion[question][Long.numberOfTrailingZeros(mask)];
    }
}
