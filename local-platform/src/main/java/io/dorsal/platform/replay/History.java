package io.dorsal.platform.replay;

import io.dorsal.platform.client.TopicReader;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What topics held when it was opened, read once from a time on. It belongs to no consumer group and commits nothing, so
 * that nobody else notices; what comes in meanwhile is left out, so that it ends.
 */
final class History implements AutoCloseable {

    /** An assessment is sent after it was received, so its record is younger; unless clocks differ, by less than this. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofHours(1);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** What is fetched ahead must be small beside the heap. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "max.poll.records", "1000",
            "fetch.max.bytes", "8388608");

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> starts;
    private final Map<TopicPartition, Long> ends;

    private History(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * Opens topics at a time, and notes where they end now.
     *
     * @param from when the records that matter were received; null: from the beginning
     * @throws PartFailure where the broker does not answer, does not let us read, or has no such topic
     */
    static History open(Map<String, Object> broker, List<? extends Topic<?>> topics, @Nullable Instant from) {
        Set<String> known = TopicReader.topics(broker);
        topics.stream()
                .map(Topic::name)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(missing -> {
                    throw new PartFailure("the broker has no topic " + missing);
                });
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(SETTINGS);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            return opened(consumer, topics, from);
        } catch (KafkaException e) {
            consumer.close();
            throw notReadable(e);
        }
    }

    private static History opened(
            KafkaConsumer<String, byte[]> consumer, List<? extends Topic<?>> topics, @Nullable Instant from) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions));
        if (from != null) {
            starts.putAll(offsetsAt(consumer, from.minus(CLOCKS_DIFFER_BY), ends));
        }
        List<TopicPartition> unread = partitions.stream()
                .filter(partition -> starts.getOrDefault(partition, 0L) < ends.getOrDefault(partition, 0L))
                .toList();
        starts.keySet().retainAll(unread);
        ends.keySet().retainAll(unread);
        consumer.assign(unread);
        starts.forEach(consumer::seek);
        return new History(consumer, starts, ends);
    }

    private static Map<TopicPartition, Long> offsetsAt(
            KafkaConsumer<String, byte[]> consumer, Instant time, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times =
                ends.keySet().stream().collect(Collectors.toMap(partition -> partition, _ -> time.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        consumer.offsetsForTimes(times)
                .forEach((partition, found) -> offsets.put(partition, offset(found, ends.getOrDefault(partition, 0L))));
        return offsets;
    }

    /** Where no record is as young, there is nothing to read. */
    private static Long offset(@Nullable OffsetAndTimestamp found, Long end) {
        return found == null ? end : (Long) found.offset();
    }

    /** How many records there are to read, as far as offsets tell. */
    long size() {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - starts.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /**
     * Hands over every record, those of a partition in their order.
     *
     * @param advanced hears after each poll how many records have been read
     * @throws PartFailure where the broker stops to answer
     */
    void read(Consumer<ConsumerRecord<String, byte[]>> records, Consumer<Long> advanced) {
        try {
            long heard = System.nanoTime();
            while (!consumer.assignment().isEmpty() && !isRead()) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
                polled.forEach(record -> {
                    if (record.offset() < ends.getOrDefault(topicPartition(record), 0L)) {
                        records.accept(record);
                    }
                });
                advanced.accept(position());
                if (!polled.isEmpty()) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                    consumer.endOffsets(ends.keySet()); // which fails where the broker is away
                    heard = System.nanoTime();
                }
            }
        } catch (KafkaException e) {
            throw notReadable(e);
        }
    }

    private boolean isRead() {
        Collection<TopicPartition> finished = new ArrayList<>();
        ends.forEach((partition, end) -> {
            if (consumer.position(partition) >= end) {
                finished.add(partition);
            }
        });
        consumer.pause(finished);
        return finished.size() == ends.size();
    }

    private long position() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.min(consumer.position(end.getKey()), end.getValue())
                        - starts.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private static TopicPartition topicPartition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static PartFailure notReadable(KafkaException e) {
        return new PartFailure("the broker does not let the history be read to its end: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
