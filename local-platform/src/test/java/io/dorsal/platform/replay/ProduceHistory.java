package io.dorsal.platform.replay;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Lane;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes a long history to a broker, to measure a replay by: the worked cases over and over, a second apart, one in four on
 * the bulk lane. Arguments: the broker's address, and how many.
 */
public final class ProduceHistory {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ONE_IN_BULK = 4;

    private ProduceHistory() {}

    public static void main(String[] args) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", args[0], "linger.ms", 50, "batch.size", 262_144, "compression.type", "none");
        int count = Integer.parseInt(args[1]);
        EventCodec<AssessmentSubmitted> codec =
                EventCodec.of(AssessmentSubmitted.class, PublishedSchemas.ofAllEvents());
        PastAssessments past = new PastAssessments();
        Iterator<String> cases = past.cases().iterator();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            AtomicInteger refused = new AtomicInteger();
            for (int i = 0; i < count; i++) {
                cases = cases.hasNext() ? cases : past.cases().iterator();
                boolean bulk = i % ONE_IN_BULK == 0;
                Topic<AssessmentSubmitted> topic = bulk ? Topics.ASSESSMENTS_BULK : Topics.ASSESSMENTS;
                UUID id = Identities.newAssessmentId();
                AssessmentSubmitted event =
                        past.event(cases.next(), id, 1, FIRST.plusSeconds(i), bulk ? Lane.BULK : Lane.INTERACTIVE);
                Future<RecordMetadata> _ = producer.send(
                        new ProducerRecord<>(topic.name(), id.toString(), codec.encode(event)),
                        (_, failure) -> refused.addAndGet(failure == null ? 0 : 1));
            }
            producer.flush();
            if (refused.get() > 0) {
                throw new IllegalStateException("the broker refused " + refused + " records");
            }
        }
    }
}
