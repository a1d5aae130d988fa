package io.dorsal.schemas.registry;

import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.codec.SchemaLookupException;
import io.dorsal.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up schemas in {@code platform.schemas.v1}, which it reads to its end before it says that one was never
 * published. It remembers how far it read, so that a burst of broken records costs one small question each.
 */
public final class SchemaTopicLookup implements SchemaLookup {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaTopicLookup.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.SCHEMAS, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Clock clock;
    private final Map<Long, Schema> found = new HashMap<>();
    private long nextOffset;

    /**
     * @param consumers makes a consumer without a group, which is closed after each reading
     */
    public SchemaTopicLookup(Supplier<Consumer<String, byte[]>> consumers, Clock clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Schema> find(long fingerprint) {
        if (!found.containsKey(fingerprint)) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                readToEnd(consumer);
            } catch (KafkaException e) {
                throw new SchemaLookupException("cannot read " + Topics.SCHEMAS, e);
            }
        }
        return Optional.ofNullable(found.get(fingerprint));
    }

    private void readToEnd(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION), PATIENCE).getOrDefault(PARTITION, 0L);
        consumer.seek(PARTITION, nextOffset);
        Instant deadline = clock.instant().plus(PATIENCE);
        while (consumer.position(PARTITION, PATIENCE) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::remember);
            if (clock.instant().isAfter(deadline)) {
                throw new KafkaException(Topics.SCHEMAS + " was not read to its end in time");
            }
        }
        nextOffset = end;
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Schema schema = new Schema.Parser().parse(new String(record.value(), StandardCharsets.UTF_8));
            long fingerprint = SchemaPublication.fingerprint(schema);
            if (SchemaPublication.key(fingerprint).equals(record.key())) {
                found.put(fingerprint, schema);
            } else {
                LOG.warn(
                        "The schema at offset {} of {} does not hash to its key and is ignored",
                        record.offset(),
                        Topics.SCHEMAS);
            }
        } catch (AvroRuntimeException e) {
            LOG.warn("The record at offset {} of {} is no schema and is ignored", record.offset(), Topics.SCHEMAS);
        }
    }
}
