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
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up schemas in {@code platform.schemas.v1}, which it reads to its end before it says that one was never
 * published. It remembers how far it read, and for a moment what it did not find, so that a burst of broken records costs
 * little.
 */
public final class SchemaTopicLookup implements SchemaLookup {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaTopicLookup.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.SCHEMAS, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    /** A schema is published before the first event that needs it, so that a miss is final; no longer than this, in doubt. */
    private static final Duration MISS_HOLDS = Duration.ofSeconds(2);

    private static final int MISSES_AT_MOST = 10_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Clock clock;
    private final Map<Long, Schema> found = new HashMap<>();
    private final Map<Long, Instant> missed = new HashMap<>();
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
        if (!found.containsKey(fingerprint) && !isMissed(fingerprint)) {
            Instant asked = clock.instant();
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                readToEnd(consumer);
            } catch (KafkaException e) {
                throw new SchemaLookupException("cannot read " + Topics.SCHEMAS, e);
            }
            if (!found.containsKey(fingerprint)) {
                remember(fingerprint, asked);
            }
        }
        return Optional.ofNullable(found.get(fingerprint));
    }

    private boolean isMissed(long fingerprint) {
        Instant asked = missed.get(fingerprint);
        return asked != null && clock.instant().isBefore(asked.plus(MISS_HOLDS));
    }

    private void remember(long missedFingerprint, Instant asked) {
        if (missed.size() >= MISSES_AT_MOST) {
            missed.clear();
        }
        missed.put(missedFingerprint, asked);
    }

    private void readToEnd(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION), PATIENCE).getOrDefault(PARTITION, 0L);
        if (end < nextOffset) {
            nextOffset = 0; // It is another topic than before.
        }
        consumer.seek(PARTITION, nextOffset);
        Instant deadline = clock.instant().plus(PATIENCE);
        while (nextOffset < end) {
            consumer.poll(POLL).forEach(this::remember);
            nextOffset = consumer.position(PARTITION, PATIENCE);
            if (clock.instant().isAfter(deadline)) {
                throw new KafkaException(Topics.SCHEMAS + " was not read to its end in time");
            }
        }
    }

    /** Whatever one record holds, those behind it are read. */
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
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("The record at offset {} of {} is no schema and is ignored", record.offset(), Topics.SCHEMAS);
        }
    }
}
