package io.dorsal.notification.paging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.ParkedHeaders;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.support.Events;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkedRecordReaderTest {

    private static final PublishedSchemas SCHEMAS = PublishedSchemas.ofAllEvents();

    private final ParkedRecordReader reader = new ParkedRecordReader(SCHEMAS);

    @Property
    void whateverStandsInARecordItIsDescribed(
            @ForAll("topics") String topic,
            @ForAll @Nullable String key,
            @ForAll byte @Nullable [] value,
            @ForAll byte[] partition,
            @ForAll byte[] offset,
            @ForAll byte[] reason) {
        ConsumerRecord<String, byte[]> record = record(topic, key, value);
        record.headers().add(ParkedHeaders.PARTITION, partition);
        record.headers().add(ParkedHeaders.OFFSET, offset);
        record.headers().add(ParkedHeaders.REASON, reason);

        ParkedRecord parked = reader.read(record);

        assertThat(parked.reason()).matches("[A-Za-z0-9_.$-]{1,80}");
        assertThat(parked.position().partition()).isNotNegative();
        assertThat(parked.position().offset()).isNotNegative();
        assertThat(parked.possibleEmergency())
                .isEqualTo(topic.startsWith("intake.assessments") || topic.startsWith("triage.emergencies"));
    }

    @Provide
    Arbitrary<String> topics() {
        List<String> all =
                Subscriptions.all().stream().map(Subscription::parkedTopic).toList();
        return Arbitraries.of(all);
    }

    @Test
    void itsPositionIsWhereItHadStood() {
        ConsumerRecord<String, byte[]> record =
                record(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), null, new byte[] {1});
        record.headers().add(ParkedHeaders.PARTITION, "3".getBytes(StandardCharsets.UTF_8));
        record.headers().add(ParkedHeaders.OFFSET, "77".getBytes(StandardCharsets.UTF_8));

        assertThat(reader.read(record).position()).isEqualTo(new SourcePosition(Topics.ASSESSMENTS.name(), 3, 77));
    }

    @Test
    void withoutHeadersItsPositionIsWhereItStands() {
        String topic = Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic();

        assertThat(reader.read(record(topic, null, null)).position()).isEqualTo(new SourcePosition(topic, 0, 5));
    }

    @Test
    void anEventThatCanBeReadTellsItsClinicAndItsAssessment() {
        UUID assessment = UUID.randomUUID();
        byte[] bytes = EventCodec.of(UrgencyDecided.class, SCHEMAS).encode(Events.emergency(assessment));

        ParkedRecord parked = reader.read(record(Subscriptions.NOTIFICATION_EMERGENCIES.parkedTopic(), "no id", bytes));

        assertThat(parked.origin()).isEqualTo(new Origin("north", "metro", false));
        assertThat(parked.assessment()).isEqualTo(new AssessmentId(assessment));
    }

    private static ConsumerRecord<String, byte[]> record(String topic, @Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic, 0, 5, key, value);
    }
}
