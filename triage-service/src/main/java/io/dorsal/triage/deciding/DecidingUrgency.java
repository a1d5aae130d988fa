package io.dorsal.triage.deciding;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Explanation;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.explanation.Explaining;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides, and reports every rule that could not be evaluated, whoever asks: to the log with where it failed, and counted. */
public final class DecidingUrgency {

    private static final Logger LOG = LoggerFactory.getLogger(DecidingUrgency.class);

    private final NetworkEngines engines;
    private final DecisionMetrics metrics;

    public DecidingUrgency(NetworkEngines engines, DecisionMetrics metrics) {
        this.engines = engines;
        this.metrics = metrics;
    }

    /**
     * The decision on the answers.
     *
     * @param network whose policy applies; null: none does
     * @param earlierAssessments how many assessments of the patient came before; null: not known
     * @param about what is decided, as the log should name it
     */
    public Decision decide(
            @Nullable String network, Answers answers, @Nullable Integer earlierAssessments, String about) {
        TriageEngine engine = engines.of(network);
        return engine.decide(
                answers,
                earlierAssessments,
                (rule, failure) -> report(engine.ruleset().version(), rule, failure, about));
    }

    /** The decision on the answers, as {@link #decide} makes it, with its whole explanation. */
    public Explanation explain(
            @Nullable String network, Answers answers, @Nullable Integer earlierAssessments, String about) {
        Decision decision = decide(network, answers, earlierAssessments, about);
        return new Explaining(engines.of(network)).explain(decision, answers, earlierAssessments);
    }

    private void report(String version, String rule, Throwable failure, String about) {
        metrics.ruleFailed(rule);
        LOG.error(
                "Rule {} could not be evaluated for {} and counts as fired. The ruleset {} needs a look: {}",
                rule,
                about,
                version,
                FailureTrace.of(failure));
    }
}
