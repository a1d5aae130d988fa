package io.dorsal.triage.shadow;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.engine.TriageEngine;
import java.util.function.Function;

/** What would decide if it were active. It may fail, and take any time. */
@FunctionalInterface
public interface Candidate {

    /** What it would decide. */
    Decision decide(DecidedAssessment one);

    /**
     * A candidate that decides by engines, and fails where a rule cannot be evaluated.
     *
     * @param engineOf the engine of a network
     */
    static Candidate of(Function<String, TriageEngine> engineOf) {
        return one -> engineOf.apply(one.networkId())
                .decide(one.answers(), one.earlierAssessments(), (rule, failure) -> {
                    throw new CandidateFailure(rule, failure);
                });
    }
}
