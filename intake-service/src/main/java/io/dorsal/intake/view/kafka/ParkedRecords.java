package io.dorsal.intake.view.kafka;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.messaging.RecordPosition;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Follows what triage has parked of the intake lanes, whatever is in it. On return all of a poll is in the view, but for
 * records that tell nothing or that keep failing: these are passed over, and counted. They were parked by triage and a
 * human was told; parking them once more would help nobody. Where the database is away, it throws, and the poll comes
 * again.
 */
final class ParkedRecords implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);
    private static final int UUID_LENGTH = 36;
    private static final int ATTEMPTS_OF_A_BUG = 3;

    private final EventCodec<AssessmentSubmitted> codec;
    private final ViewUpdates updates;
    private final IntakeMetrics metrics;

    ParkedRecords(EventCodec<AssessmentSubmitted> codec, ViewUpdates updates, IntakeMetrics metrics) {
        this.codec = codec;
        this.updates = updates;
        this.metrics = metrics;
    }

    @Override
    public void accept(Message<List<ConsumerRecord<String, byte[]>>> poll) {
        try {
            updates.fold(poll.getPayload().stream().flatMap(this::parked).toList());
        } catch (RuntimeException e) {
            throwIfTransient(e);
            poll.getPayload().forEach(this::alone);
        }
    }

    private void alone(ConsumerRecord<String, byte[]> record) {
        for (int attempt = 1; attempt <= ATTEMPTS_OF_A_BUG; attempt++) {
            try {
                updates.fold(parked(record).toList());
                return;
            } catch (RuntimeException e) {
                throwIfTransient(e);
                if (attempt == ATTEMPTS_OF_A_BUG) {
                    metrics.parkedNotShown();
                    LOG.error(
                            "No status shows the parked record {}: {}",
                            new RecordPosition(record.topic(), record.partition(), record.offset()),
                            FailureTrace.of(e));
                }
            }
        }
    }

    private static void throwIfTransient(RuntimeException failure) {
        if (FailureKind.of(failure) == FailureKind.TRANSIENT) {
            throw failure;
        }
    }

    private Stream<Fact> parked(ConsumerRecord<String, byte[]> record) {
        Optional<UUID> assessment = assessmentId(record.key());
        if (assessment.isEmpty()) {
            metrics.parkedWithoutAssessment();
        }
        // When it was parked, not when it failed: in the same poll, decisions about neighbours came in between.
        Instant parkedAt = Instant.ofEpochMilli(record.timestamp());
        return assessment.map(id -> new Parked(id, revision(id, record.value()), parkedAt)).stream()
                .map(Fact.class::cast);
    }

    private int revision(UUID assessmentId, byte @Nullable [] value) {
        return switch (codec.decode(value)) {
            case Decoding.Decoded<AssessmentSubmitted>(AssessmentSubmitted event)
            when event.getAssessmentId().equals(assessmentId) && event.getRevision() > 0 -> event.getRevision();
            case Decoding.Decoded<AssessmentSubmitted> _, Decoding.Undecodable<AssessmentSubmitted> _ ->
                Parked.UNREADABLE;
        };
    }

    static Optional<UUID> assessmentId(@Nullable String key) {
        if (key == null || key.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
