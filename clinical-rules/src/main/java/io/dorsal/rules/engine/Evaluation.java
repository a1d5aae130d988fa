package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;

/** What conditions look at while one assessment is decided, and what became of the rules so far. */
final class Evaluation {
    /** Stands for a count of earlier assessments that nobody knows. */
    static final int COUNT_UNKNOWN = -1;

    private final Answers answers;
    private final int earlierAssessments;
    private final boolean[] fired;

    Evaluation(Answers answers, int earlierAssessments, boolean[] fired) {
        this.answers = answers;
        this.earlierAssessments = earlierAssessments;
        this.fired = fired;
    }

    Evaluation withEarlierAssessments(int count) {
        return new Evaluation(answers, count, fired);
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

    boolean hasFired(int rule) {
        return fired[rule];
    }

    void markFired(int rule) {
        fired[rule] = true;
    }
}
