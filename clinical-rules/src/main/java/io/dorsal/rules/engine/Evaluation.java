package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.clauses.Facts;
import io.dorsal.rules.vocabulary.Question;
import org.jspecify.annotations.Nullable;

/** What conditions look at while one assessment is decided, and what became of the rules so far. */
final class Evaluation implements Facts {
    /** Stands for a count of earlier assessments that nobody knows. */
    static final int COUNT_UNKNOWN = -1;

    private static final RuleFailures UNHEARD = (_, _) -> {};

    private final Answers answers;
    private final int earlierAssessments;
    private final long[] fired;
    private final RuleFailures failures;
    private long @Nullable [] failed;

    Evaluation(Answers answers, int earlierAssessments, int rules, RuleFailures failures) {
        this(answers, earlierAssessments, Bits.forSize(rules), failures);
    }

    private Evaluation(Answers answers, int earlierAssessments, long[] fired, RuleFailures failures) {
        this.answers = answers;
        this.earlierAssessments = earlierAssessments;
        this.fired = fired;
        this.failures = failures;
    }

    /** The same evaluation, if the count were this. */
    Evaluation supposingCount(int count) {
        return new Evaluation(answers, count, fired, failures);
    }

    /** Begins anew with the same answers. Failures are told to nobody, as below. */
    Evaluation again() {
        return new Evaluation(answers, earlierAssessments, new long[fired.length], UNHEARD);
    }

    /** Begins anew, as if one question were answered so. Failures are told to nobody: nothing is decided by it. */
    Evaluation supposingAnswer(Question question, int raw) {
        return new Evaluation(answers.with(question, raw), earlierAssessments, new long[fired.length], UNHEARD);
    }

    @Override
    public Answers answers() {
        return answers;
    }

    int raw(int question) {
        return answers.raw(question);
    }

    boolean isAnswered(int question) {
        return raw(question) != Answers.UNANSWERED;
    }

    @Override
    public int earlierAssessments() {
        return earlierAssessments;
    }

    RuleFailures failures() {
        return failures;
    }

    /** Whether the condition rule fired; of a rule not evaluated yet it did not. */
    boolean hasFired(int rule) {
        return Bits.isSet(fired, rule);
    }

    /** The condition rules that fired, a bit for each. */
    long[] fired() {
        return fired;
    }

    void markFired(int rule) {
        Bits.set(fired, rule);
    }

    /** A rule that fails has fired. */
    void markFailed(int rule) {
        markFired(rule);
        if (failed == null) {
            failed = new long[fired.length];
        }
        Bits.set(failed, rule);
    }

    boolean hasFailed(int rule) {
        return failed != null && Bits.isSet(failed, rule);
    }
}
