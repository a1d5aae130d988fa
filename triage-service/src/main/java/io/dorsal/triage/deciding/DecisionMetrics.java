package io.dorsal.triage.deciding;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What triage counts. Names and tags are public API; tags come from the ruleset, so they are bounded. */
public final class DecisionMetrics {

    private final MeterRegistry registry;

    public DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a decision that is about to be published. */
    public void decided(Decision decision) {
        counter(
                "dorsal.decisions",
                "Decisions by urgency",
                "urgency",
                decision.urgency().name());
        for (Finding finding : decision.findings()) {
            counter("dorsal.findings", "Rules that fired", "rule", finding.rule());
        }
    }

    /** Counts a rule that could not be evaluated, in a decision that is published or only asked for. */
    void ruleFailed(String rule) {
        counter("dorsal.rule.failures", "Rules whose evaluation failed, which counts as fired", "rule", rule);
    }

    private void counter(String name, String description, String tag, String value) {
        Counter.builder(name)
                .description(description)
                .tag(tag, value)
                .register(registry)
                .increment();
    }
}
