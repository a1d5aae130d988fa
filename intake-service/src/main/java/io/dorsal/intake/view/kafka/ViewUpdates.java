package io.dorsal.intake.view.kafka;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.ContradictoryOriginException;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Views;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.kit.messaging.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds what comes from the topics into the view, a poll in one transaction. On return it is committed; where the
 * database is away, it throws, and the poll comes again. A poll that comes twice changes nothing the second time.
 */
final class ViewUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(ViewUpdates.class);

    private final Views views;
    private final IntakeMetrics metrics;
    private final Clock clock;

    ViewUpdates(Views views, IntakeMetrics metrics, Clock clock) {
        this.views = views;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Processes events that are read as facts; an event may be none for us. */
    <E> BatchProcessor<E> of(Function<E, Optional<Fact>> reading) {
        return batch -> {
            fold(batch.stream()
                    .map(Received::event)
                    .map(reading)
                    .flatMap(Optional::stream)
                    .toList());
            return List.of();
        };
    }

    /** Folds facts, and tells what is worth telling. */
    void fold(List<Fact> facts) {
        try {
            views.fold(facts).forEach(this::tell);
        } catch (ContradictoryOriginException e) {
            throw new ImpossibleRecordException("CONTRADICTORY_ORIGIN", "another clinic is named than before");
        }
    }

    private void tell(Change change) {
        UUID assessment = change.after().assessmentId();
        if (change.broughtConflict()) {
            metrics.conflict();
            LOG.warn(
                    "Two bodies were accepted under the assessment {} while the store was away: the more urgent stands",
                    assessment);
        }
        change.newDecision()
                .ifPresent(decided -> metrics.decisionShown(Duration.between(decided.receivedAt(), clock.instant())));
    }
}
