package io.dorsal.kit.ruleset;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator, in place of a stack trace, why a service with a broken ruleset does not start: file, rule, reason. */
class BrokenRulesetAnalyzer extends AbstractFailureAnalyzer<BrokenRuleset> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenRuleset cause) {
        String defects = cause.defects().stream()
                .map(Defect::toString)
                .collect(Collectors.joining("\n    ", "The clinical ruleset is refused:\n\n    ", ""));
        return new FailureAnalysis(
                defects,
                "Start with the ruleset that was in force before, and hand these defects to whoever answers for the ruleset.",
                cause);
    }
}
