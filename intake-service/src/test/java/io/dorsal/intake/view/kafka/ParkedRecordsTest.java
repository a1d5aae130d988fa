package io.dorsal.intake.view.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.intake.view.Telling;
import io.dorsal.intake.view.Views;
import io.dorsal.kit.messaging.TransientFailureException;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.testsupport.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.support.GenericMessage;

class ParkedRecordsTest {

    private static final Instant PARKED = Instant.parse("2026-03-14T12:00:00.123Z");
    private static final EventCodec<AssessmentSubmitted> CODEC =
            EventCodec.of(AssessmentSubmitted.class, PublishedSchemas.ofAllEvents());

    private final UUID id = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeViews views = new FakeViews();
    private final ParkedRecords records = new ParkedRecords(
            CODEC,
            new ViewUpdates(views, new Telling(new IntakeMetrics(meters), new SettableClock())),
            new IntakeMetrics(meters));

    @Test
    void aReadableRecordTellsItsRevision() {
        accept(List.of(record(id, CODEC.encode(SampleEvents.of(id).submitted(2, 4)))));

        assertThat(views.folded).containsExactly(new Parked(id, 2, PARKED));
    }

    @Test
    void anUnreadableOneTellsItsAssessmentByItsKey() {
        accept(List.of(record(id, new byte[] {1, 2, 3}), record(other, null)));

        assertThat(views.folded)
                .containsExactly(
                        new Parked(id, Parked.UNREADABLE, PARKED), new Parked(other, Parked.UNREADABLE, PARKED));
    }

    @Test
    void anotherAssessmentInsideThanItsKeySaysIsUnreadable() {
        accept(List.of(record(id, CODEC.encode(SampleEvents.of(other).submitted(2, 4)))));

        assertThat(views.folded).containsExactly(new Parked(id, Parked.UNREADABLE, PARKED));
    }

    @Test
    void aRecordThatNamesNoAssessmentIsPassedOverAndCounted() {
        accept(List.of(recordUnder("no id", null), recordUnder(null, null), record(id, null)));

        assertThat(views.folded).containsExactly(new Parked(id, Parked.UNREADABLE, PARKED));
        assertThat(meters.counter("dorsal.intake.view.parked.unidentified").count())
                .isEqualTo(2);
    }

    @Test
    void aRecordThatAlwaysFailsStopsNoneOfItsNeighbours() {
        views.onFold = facts -> {
            if (facts.stream().anyMatch(fact -> fact.assessmentId().equals(other))) {
                throw new IllegalStateException("a defect");
            }
        };

        accept(List.of(
                record(id, null),
                record(other, null),
                record(id, CODEC.encode(SampleEvents.of(id).submitted(3, 4)))));

        assertThat(views.folded).containsExactly(new Parked(id, Parked.UNREADABLE, PARKED), new Parked(id, 3, PARKED));
        assertThat(meters.counter("dorsal.intake.view.parked.failed").count()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        views.onFold = facts -> {
            throw new TransientFailureException("away", new IllegalStateException());
        };

        assertThatExceptionOfType(TransientFailureException.class).isThrownBy(() -> accept(List.of(record(id, null))));
    }

    private void accept(List<ConsumerRecord<String, byte[]>> polled) {
        records.accept(new GenericMessage<>(polled));
    }

    private static ConsumerRecord<String, byte[]> record(UUID key, byte @Nullable [] value) {
        return recordUnder(key.toString(), value);
    }

    @SuppressWarnings("NullAway") // Kafka's records may have neither key nor value.
    private static ConsumerRecord<String, byte[]> recordUnder(@Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                "parked",
                0,
                0,
                PARKED.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private static final class FakeViews implements Views {

        private final List<Fact> folded = new ArrayList<>();
        private Consumer<Collection<? extends Fact>> onFold = facts -> {};

        @Override
        public List<Change> fold(Collection<? extends Fact> facts) {
            onFold.accept(facts);
            folded.addAll(facts);
            return List.of();
        }
    }
}
