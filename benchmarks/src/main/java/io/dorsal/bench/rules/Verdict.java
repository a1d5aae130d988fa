package io.dorsal.bench.rules;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import java.util.List;

/**
 * What everybody must agree on.
 *
 * @param rules ids of the rules that fired, in the order of findings
 */
public record Verdict(Urgency urgency, List<String> rules) {

    /** What a whole decision says. */
    public static Verdict of(Decision decision) {
        return ofFindings(decision.findings());
    }

    /** What findings say, at least one. */
    public static Verdict ofFindings(List<?> findings) {
        List<Finding> made = findings.stream().map(Finding.class::cast).toList();
        return new Verdict(
                made.getFirst().urgency(), made.stream().map(Finding::rule).toList());
    }
}
