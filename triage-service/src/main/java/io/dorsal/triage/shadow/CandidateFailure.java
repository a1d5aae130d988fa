package io.dorsal.triage.shadow;

/** A rule of the candidate could not be evaluated. The message quotes no answer; that of its cause may. */
final class CandidateFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;

    CandidateFailure(String rule, Throwable cause) {
        super("rule " + rule + " could not be evaluated", cause);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
