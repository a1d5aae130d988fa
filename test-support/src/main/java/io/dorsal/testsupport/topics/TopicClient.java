package io.dorsal.testsupport.topics;

import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.testsupport.platform.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends to and reads from the shared broker. */
public final class TopicClient implements AutoCloseable {

    private static final PublishedSchemas SCHEMAS = PublishedSchemas.ofAllEvents();

    private final Map<String, Object> connection = Map.of("bootstrap.servers", TestPlatform.bootstrapServers());
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(connection, new StringSerializer(), new ByteArraySerializer());
    private final Admin admin = Admin.create(connection);

    /** Sends an event, and awaits its acknowledgement. */
    @SuppressWarnings("unchecked") // An event's class is the class of its codec.
    public <E extends SpecificRecord> void send(Topic<E> topic, UUID key, E event) {
        byte[] bytes = EventCodec.of((Class<E>) event.getClass(), SCHEMAS).encode(event);
        send(topic.name(), key.toString(), bytes);
    }

    /** Sends bytes as they are, or a tombstone. */
    public void send(String topic, @Nullable String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a record of the test", e);
        }
    }

    /** All records of a topic, from its beginning to where it ends now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return TopicLog.of(topic).toTheEnd();
    }

    /** The records of a topic under one key. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, UUID key) {
        return records(topic).stream()
                .filter(record -> key.toString().equals(record.key()))
                .toList();
    }

    /** The events of a topic under one key. Fails on a record that cannot be decoded. */
    public <E extends SpecificRecord> List<E> events(Topic<E> topic, UUID key) {
        EventCodec<E> codec = EventCodec.of(topic.eventType(), SCHEMAS);
        return records(topic.name(), key).stream()
                .map(record -> switch (codec.decode(record.value())) {
                    case Decoding.Decoded<E>(E event) -> event;
                    case Decoding.Undecodable<E>(Decoding.Defect defect) ->
                        throw new AssertionError("undecodable record in " + topic.name() + ": " + defect);
                })
                .toList();
    }

    /** What a consumer group has committed, by partition. */
    public Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell offsets", e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
