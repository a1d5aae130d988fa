package io.dorsal.intake.view;

import io.dorsal.intake.IntakeMetrics;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators what is worth telling of changes, once these are stored. */
public final class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final IntakeMetrics metrics;
    private final Clock clock;

    public Telling(IntakeMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Tells of a change. What a crash keeps from being told is still counted, by what is stored. */
    public void tell(Change change) {
        if (change.broughtConflict()) {
            metrics.conflict();
            LOG.warn(
                    "Two bodies or two patients came in under one revision of the assessment {}. See the runbook, 'two"
                            + " bodies under one revision'.",
                    change.after().assessmentId());
        }
        change.newDecision()
                .ifPresent(decided -> metrics.decisionShown(Duration.between(decided.receivedAt(), clock.instant())));
    }
}
