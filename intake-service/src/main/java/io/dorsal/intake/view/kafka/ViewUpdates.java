package io.dorsal.intake.view.kafka;

import io.dorsal.intake.view.ContradictoryOriginException;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Telling;
import io.dorsal.intake.view.Views;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.kit.messaging.Received;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Folds what comes from the topics into the view, a poll in one transaction. On return it is committed; where the
 * database is away, it throws, and the poll comes again. A poll that comes twice changes nothing the second time.
 */
final class ViewUpdates {

    private final Views views;
    private final Telling telling;

    ViewUpdates(Views views, Telling telling) {
        this.views = views;
        this.telling = telling;
    }

    /** Processes events that are read as facts; an event may be none for us. */
    <E> BatchProcessor<E> of(Function<E, Optional<Fact>> reading) {
        return batch -> {
            fold(batch.stream()
                    .flatMap(received ->
                            reading.apply(received.event()).map(fact -> underItsKey(fact, received)).stream())
                    .toList());
            return List.of();
        };
    }

    /** Folds facts, and tells what is worth telling. */
    void fold(List<Fact> facts) {
        try {
            views.fold(facts).forEach(telling::tell);
        } catch (ContradictoryOriginException e) {
            throw new ImpossibleRecordException("CONTRADICTORY_ORIGIN", "another clinic is named than before");
        }
    }

    /** A tombstone knows the key alone, so what stands under another would never be erased. */
    private static Fact underItsKey(Fact fact, Received<?> received) {
        if (!received.key().equals(fact.assessmentId().toString())) {
            throw new ImpossibleRecordException("KEY_OF_ANOTHER_ASSESSMENT", "assessment " + fact.assessmentId());
        }
        return fact;
    }
}
