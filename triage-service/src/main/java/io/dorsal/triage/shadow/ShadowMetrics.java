package io.dorsal.triage.shadow;

import io.dorsal.rules.decision.UrgencyChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What is counted of a candidate. Names and tags are public API; tags come from the rulesets, so they are bounded. */
final class ShadowMetrics {

    /** What became of a comparison. */
    enum Outcome {
        /** Both decided the same urgency. */
        AGREED,
        /** They decided different ones. */
        DISAGREED,
        /** The candidate could not decide. */
        FAILED,
        /** Too many others were waiting. */
        SKIPPED
    }

    private final MeterRegistry registry;
    private final Timer evaluation;
    private final Counter unpublished;

    /** Shows every outcome before it is met: a counter that is not there cannot be seen to rise. */
    ShadowMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.evaluation = Timer.builder("dorsal.shadow.evaluation")
                .description("How long the candidate took for one assessment")
                .register(registry);
        this.unpublished = Counter.builder("dorsal.shadow.unpublished")
                .description("Disagreements with the candidate that the broker has not acknowledged")
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            cases(outcome);
        }
    }

    <T> T timed(Supplier<T> work) {
        return evaluation.record(work);
    }

    void compared(Outcome outcome) {
        cases(outcome).increment();
    }

    void disagreed(UrgencyChange change) {
        compared(Outcome.DISAGREED);
        Counter.builder("dorsal.shadow.disagreements")
                .description("Urgencies that the candidate would change, by the rule that accounts for it; "
                        + "shown from the first on")
                .tag("rule", change.rule())
                .tag("from", change.from().name())
                .tag("to", change.to().name())
                .register(registry)
                .increment();
    }

    void notPublished() {
        unpublished.increment();
    }

    double count(Outcome outcome) {
        return cases(outcome).count();
    }

    private Counter cases(Outcome outcome) {
        return Counter.builder("dorsal.shadow.cases")
                .description("Decided assessments by what became of their comparison with the candidate")
                .tag("outcome", outcome.name())
                .register(registry);
    }
}
