package io.dorsal.rules.engine;

import java.util.List;

/** Checks that look at a single answer, or at two for a derived number. Unanswered is a negative number to them. */
final class AnswerChecks {
    private AnswerChecks() {}

    record Is(int question, int accepted) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            int raw = evaluation.raw(question);
            return raw >= 0 && (accepted >>> raw & 1) == 1;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            cited.add(question);
        }
    }

    record HasAny(int question, int symbols) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            int raw = evaluation.raw(question);
            return raw > 0 && (raw & symbols) != 0;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            cited.add(question);
        }
    }

    record HasAll(int question, int symbols) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            int raw = evaluation.raw(question);
            return raw >= 0 && (raw & symbols) == symbols;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            cited.add(question);
        }
    }

    record Between(int question, int min, int max) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            int raw = evaluation.raw(question);
            return raw >= min && raw <= max && raw >= 0;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            cited.add(question);
        }
    }

    record Unanswered(int question) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return !evaluation.isAnswered(question);
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            cited.add(question);
        }
    }

    /** Not met where one of the two questions is unanswered. */
    record Derived(int from, int minus, int per, int min, int max) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            if (!evaluation.isAnswered(from) || !evaluation.isAnswered(minus)) {
                return false;
            }
            int number = evaluation.raw(from) - evaluation.raw(minus) / per;
            return number >= min && number <= max;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            cited.add(from);
            cited.add(minus);
        }
    }

    /** At least so many of the questions are answered with what is accepted of each; one loop instead of many checks. */
    record AtLeast(int count, int[] questions, int[] accepted) implements Check {
        static AtLeast of(int count, List<Is> tests) {
            return new AtLeast(
                    count,
                    tests.stream().mapToInt(Is::question).toArray(),
                    tests.stream().mapToInt(Is::accepted).toArray());
        }

        @Override
        public boolean holds(Evaluation evaluation) {
            int met = 0;
            for (int i = 0; i < questions.length; i++) {
                if (isMet(i, evaluation) && ++met == count) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            for (int i = 0; i < questions.length; i++) {
                if (isMet(i, evaluation) == held) {
                    cited.add(questions[i]);
                }
            }
        }

        private boolean isMet(int i, Evaluation evaluation) {
            int raw = evaluation.raw(questions[i]);
            return raw >= 0 && (accepted[i] >>> raw & 1) == 1;
        }
    }
}
