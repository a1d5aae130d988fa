package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;

/** What conditions look at while one assessment is decided, and what became of the rules so far. */
final class Evaluation {
    /** Stands for a count of earlier assessments that nobody knows. */
    static final int COUNT_UNKNOWN = -1;

    private final Answers answers;
    private final int earlierAssessments;
    private final long[] fired;
    private final RuleFailures failures;

    Evaluation(Answers answers, int earlierAssessments, int conditionRules, RuleFailures failures) {
        this(answers, earlierAssessments, Bits.forSize(conditionRules), failures);
    }

    private Evaluation(Answers answers, int earlierAssessments, long[] fired, RuleFailures failures) {
        this.answers = answers;
        this.earlierAssessments = earlierAssessments;
        this.fired = fired;
        this.failures = failures;
    }

    /** The same evaluation, if the count were this. */
    Evaluation supposing(int count) {
        return new Evaluation(answers, count, fired, failures);
    }

    Answers answers() {
        return answers;
    }

    int raw(int question) {
        return answers.raw(question);
    }

    boolean isAnswered(int question) {
        return answers.raw(question) != Answers.UNANSWERED;
    }

    int earlierAssessments() {
        return earlierAssessments;
    }

    RuleFailures failures() {
        return failures;
    }

    /** Whether the condition rule fired; of a rule not evaluated yet it did not. */
    boolean hasFired(int rule) {
        return Bits.isSet(fired, rule);
    }

    void markFired(int rule) {
        Bits.set(fired, rule);
    }
}
