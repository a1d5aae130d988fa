package io.dorsal.intake.view.kafka;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * Follows what triage has parked of the intake lanes, whatever is in it: a record that tells nothing is passed over, and
 * counted. It was parked by triage and a human was told; parking it once more would help nobody.
 */
final class ParkedRecords implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private static final int UUID_LENGTH = 36;

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
        updates.fold(poll.getPayload().stream().flatMap(this::parked).toList());
    }

    private Stream<Fact> parked(ConsumerRecord<String, byte[]> record) {
        Optional<UUID> assessment = assessmentId(record.key());
        if (assessment.isEmpty()) {
            metrics.parkedWithoutAssessment();
        }
        return assessment.map(id -> new Parked(id, revision(id, record.value()))).stream()
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
