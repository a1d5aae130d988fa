package io.dorsal.triage.shadow;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.engine.TriageEngine;
import java.util.Map;

/** What would decide if it were active. It may fail, and take any time. */
@FunctionalInterface
public interface Candidate {

    /** What it would decide. */
    Decision decide(DecidedAssessment one);

    /**
     * A candidate that decides by engines, and fails where a rule cannot be evaluated.
     *
     * @param plain the engine of all networks that have none of their own
     */
    static Candidate of(TriageEngine plain, Map<String, TriageEngine> byNetwork) {
        return one -> byNetwork
                .getOrDefault(one.networkId(), plain)
                .decide(one.answers(), one.earlierAssessments(), (rule, failure) -> {
                    throw new CandidateFailure(rule, failure);
                });
    }
}
