package io.dorsal.triage.config;

import io.dorsal.triage.shadow.RefusedCandidate;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator, in place of a stack trace, why the service does not start beside its candidate. */
class RefusedCandidateAnalyzer extends AbstractFailureAnalyzer<RefusedCandidate> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusedCandidate cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend the candidate, or start without triage.shadow-ruleset: a candidate decides nothing.",
                cause);
    }
}
