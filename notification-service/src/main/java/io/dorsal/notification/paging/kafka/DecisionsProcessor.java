package io.dorsal.notification.paging.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.kit.messaging.RecordPosition;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.alert.kafka.DecidedEvents;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.LearningDecisions;
import io.dorsal.notification.paging.TakenOffsets;
import java.util.List;

/** Learns the decisions of a poll in one transaction, and lets the watch know when the database takes none. */
final class DecisionsProcessor implements BatchProcessor<UrgencyDecided> {

    private final LearningDecisions learning;
    private final DatabaseWatch watch;
    private final TakenOffsets taken;

    DecisionsProcessor(LearningDecisions learning, DatabaseWatch watch, TakenOffsets taken) {
        this.learning = learning;
        this.watch = watch;
        this.taken = taken;
    }

    @Override
    public List<Outgoing> process(List<Received<UrgencyDecided>> batch) {
        watch.attempt(
                reader(),
                () -> learning.learn(batch.stream()
                        .map(Received::event)
                        .map(DecidedEvents::toDomain)
                        .toList()));
        batch.stream().map(Received::position).map(DecisionsProcessor::position).forEach(taken::took);
        return List.of();
    }

    /** Each thread of the listener has partitions of its own. */
    private static String reader() {
        return Thread.currentThread().getName();
    }

    private static SourcePosition position(RecordPosition position) {
        return new SourcePosition(position.topic(), position.partition(), position.offset());
    }
}
