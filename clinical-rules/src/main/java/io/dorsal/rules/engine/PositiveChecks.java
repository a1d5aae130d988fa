package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;

/** Checks of many questions at once that ask whether an answer is positive, which is any but the first: "no" or "none". */
final class PositiveChecks {
    private PositiveChecks() {}

    /** At least so many are. */
    record AtLeast(int count, long[] questions) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            Answers answers = evaluation.answers();
            int positive = 0;
            for (int word = 0; word < questions.length; word++) {
                positive += Long.bitCount(answers.positive(word) & questions[word]);
            }
            return positive >= count;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            Answers answers = evaluation.answers();
            for (int word = 0; word < questions.length; word++) {
                long positive = answers.positive(word);
                cited.add(word, questions[word] & (held ? positive : ~positive));
            }
        }
    }

    /** None is; where that holds it cites the answers given: questions left open are no answers. */
    record None(long[] questions) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            Answers answers = evaluation.answers();
            for (int word = 0; word < questions.length; word++) {
                if ((answers.positive(word) & questions[word]) != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            Answers answers = evaluation.answers();
            for (int word = 0; word < questions.length; word++) {
                long positive = answers.positive(word);
                cited.add(word, questions[word] & (held ? answers.answered(word) & ~positive : positive));
            }
        }
    }
}
