package io.dorsal.kit.ruleset;

import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.policy.BrokenPolicies;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator, in place of a stack trace, why a network's policy keeps a service from starting: file, entry, reason. */
class BrokenPoliciesAnalyzer extends AbstractFailureAnalyzer<BrokenPolicies> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenPolicies cause) {
        String defects = cause.defects().stream()
                .map(Defect::toString)
                .collect(Collectors.joining("\n    ", "The policies of networks are refused:\n\n    ", ""));
        return new FailureAnalysis(
                defects,
                "Start with the policies that were in force before, and hand these defects to whoever approved the policies.",
                cause);
    }
}
