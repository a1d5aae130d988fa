package io.dorsal.rules.engine;

import java.util.List;

/** Checks made of other checks. They cite every part that took the outcome's side, not only the first. */
final class LogicChecks {
    private LogicChecks() {}

    /** Always holds, and has no reasons. */
    record Always() implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return true;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {}
    }

    record AllOf(Check[] parts) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            for (Check part : parts) {
                if (!part.holds(evaluation)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            if (held) {
                citeAll(parts, evaluation, true, cited);
            } else {
                citeParts(parts, evaluation, false, cited);
            }
        }
    }

    record AnyOf(Check[] parts) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            for (Check part : parts) {
                if (part.holds(evaluation)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            if (held) {
                citeParts(parts, evaluation, true, cited);
            } else {
                citeAll(parts, evaluation, false, cited);
            }
        }
    }

    record AtLeast(int count, Check[] parts) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            int holding = 0;
            for (Check part : parts) {
                if (part.holds(evaluation)) {
                    holding++;
                }
            }
            return holding >= count;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            citeParts(parts, evaluation, held, cited);
        }
    }

    record Not(Check check) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return !check.holds(evaluation);
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            check.cite(evaluation, !held, cited);
        }
    }

    /** Where it holds it cites the answers given: questions left open are no answers. */
    record NoAnswerAmong(int[] questions, int[] accepted) implements Check {
        static NoAnswerAmong of(List<AnswerChecks.Is> answers) {
            return new NoAnswerAmong(
                    answers.stream().mapToInt(AnswerChecks.Is::question).toArray(),
                    answers.stream().mapToInt(AnswerChecks.Is::accepted).toArray());
        }

        @Override
        public boolean holds(Evaluation evaluation) {
            for (int i = 0; i < questions.length; i++) {
                int raw = evaluation.raw(questions[i]);
                if (raw >= 0 && (accepted[i] >>> raw & 1) == 1) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            for (int i = 0; i < questions.length; i++) {
                int raw = evaluation.raw(questions[i]);
                if (raw >= 0 && ((accepted[i] >>> raw & 1) == 1) != held) {
                    cited.add(questions[i]);
                }
            }
        }
    }

    /** Another rule is a conclusion and not an answer, so it is not cited. */
    record Fires(int rule) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.hasFired(rule);
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {}
    }

    /** The count comes with the assessment and is not an answer, so it is not cited. */
    record EarlierAssessments(int atLeast) implements Check {
        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.earlierAssessments() >= atLeast;
        }

        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {}
    }

    /** Where the outcome of the whole tells that of every part. */
    private static void citeAll(Check[] parts, Evaluation evaluation, boolean held, Cited cited) {
        for (Check part : parts) {
            part.cite(evaluation, held, cited);
        }
    }

    private static void citeParts(Check[] parts, Evaluation evaluation, boolean held, Cited cited) {
        for (Check part : parts) {
            if (part.holds(evaluation) == held) {
                part.cite(evaluation, held, cited);
            }
        }
    }
}
