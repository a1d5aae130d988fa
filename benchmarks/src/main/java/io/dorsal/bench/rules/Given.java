package io.dorsal.bench.rules;

import io.dorsal.rules.assessment.Answers;
import org.jspecify.annotations.Nullable;

/**
 * One assessment to decide.
 *
 * @param earlierAssessments null: not known
 */
public record Given(Answers answers, @Nullable Integer earlierAssessments) {

    /** The count as peers are given it: -1 where nobody knows. */
    public int earlier() {
        return earlierAssessments == null ? -1 : earlierAssessments;
    }

    /** The answers as plain numbers by index; unanswered: -1. */
    public int[] numbers() {
        int[] numbers = new int[answers.vocabulary().size()];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = answers.raw(index);
        }
        return numbers;
    }
}
