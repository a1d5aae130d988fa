package io.dorsal.triage.deciding;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Ruleset;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What triage counts. Names and tags are public API; tags come from the ruleset, so they are bounded. */
public final class DecisionMetrics {

    private final MeterRegistry registry;

    /** Shows every urgency and every rule before it is met: a counter that is not there cannot be seen to rise. */
    public DecisionMetrics(MeterRegistry registry, Ruleset ruleset) {
        this.registry = registry;
        for (Urgency urgency : Urgency.values()) {
            decisions(urgency);
        }
        ruleset.tables().stream().flatMap(table -> table.rules().stream()).forEach(rule -> {
            findings(rule.id());
            failures(rule.id());
        });
    }

    /** Counts a decision that is about to be published. */
    public void decided(Decision decision) {
        decisions(decision.urgency()).increment();
        for (Finding finding : decision.findings()) {
            findings(finding.rule()).increment();
        }
    }

    /** Counts a rule that could not be evaluated, in a decision that is published or only asked for. */
    void ruleFailed(String rule) {
        failures(rule).increment();
    }

    private Counter decisions(Urgency urgency) {
        return counter("dorsal.decisions", "Decisions by urgency", "urgency", urgency.name());
    }

    private Counter findings(String rule) {
        return counter("dorsal.findings", "Rules that fired", "rule", rule);
    }

    private Counter failures(String rule) {
        return counter("dorsal.rule.failures", "Rules whose evaluation failed, which counts as fired", "rule", rule);
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name).description(description).tag(tag, value).register(registry);
    }
}
