package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;

/** What conditions look at while one assessment is decided, and what became of the rules so far. */
final class Evaluation {
    /** Stands for a count of earlier assessments that nobody knows. */
    static final int COUNT_UNKNOWN = -1;

    private static final int NO_QUESTION = -1;

    private final Answers answers;
    private final int supposedQuestion;
    private final int supposedRaw;
    private final int earlierAssessments;
    private final long[] fired;
    private final RuleFailures failures;
    private long settledTerms;
    private long heldTerms;

    Evaluation(Answers answers, int earlierAssessments, int conditionRules, RuleFailures failures) {
        this(answers, NO_QUESTION, Answers.UNANSWERED, earlierAssessments, Bits.forSize(conditionRules), failures);
    }

    private Evaluation(
            Answers answers,
            int supposedQuestion,
            int supposedRaw,
            int earlierAssessments,
            long[] fired,
            RuleFailures failures) {
        this.answers = answers;
        this.supposedQuestion = supposedQuestion;
        this.supposedRaw = supposedRaw;
        this.earlierAssessments = earlierAssessments;
        this.fired = fired;
        this.failures = failures;
    }

    /** The same evaluation, if the count were this. */
    Evaluation supposingCount(int count) {
        return new Evaluation(answers, supposedQuestion, supposedRaw, count, fired, failures);
    }

    /** What fired so far, if one question were answered so. Failures are told to nobody: nothing is decided by it. */
    Evaluation supposingAnswer(int question, int raw) {
        return new Evaluation(answers, question, raw, earlierAssessments, fired.clone(), (_, _) -> {});
    }

    /** The answers given, without what is supposed. */
    Answers answers() {
        return answers;
    }

    int raw(int question) {
        return question == supposedQuestion ? supposedRaw : answers.raw(question);
    }

    boolean isAnswered(int question) {
        return raw(question) != Answers.UNANSWERED;
    }

    int earlierAssessments() {
        return earlierAssessments;
    }

    RuleFailures failures() {
        return failures;
    }

    /** Whether it is remembered here that a term holds, or that it does not. */
    boolean isSettled(long term) {
        return (settledTerms & term) != 0;
    }

    boolean holds(long term) {
        return (heldTerms & term) != 0;
    }

    void settle(long term, boolean held) {
        settledTerms |= term;
        heldTerms |= held ? term : 0;
    }

    /** Whether the condition rule fired; of a rule not evaluated yet it did not. */
    boolean hasFired(int rule) {
        return Bits.isSet(fired, rule);
    }

    void markFired(int rule) {
        Bits.set(fired, rule);
    }

    void markNotFired(int rule) {
        Bits.clear(fired, rule);
    }
}
