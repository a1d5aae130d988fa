package io.dorsal.testsupport.topics;

import io.dorsal.testsupport.platform.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that a topic of the shared broker has held. Each reading goes on where the last one ended, whichever test that was:
 * tests read the same topics over and over.
 */
final class TopicLog {

    private static final Map<String, TopicLog> ALL = new ConcurrentHashMap<>();
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestPlatform.bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    private TopicLog(String topic) {
        this.topic = topic;
    }

    static TopicLog of(String topic) {
        return ALL.computeIfAbsent(topic, TopicLog::new);
    }

    /** Its records, from its beginning to where it ends now. */
    synchronized List<ConsumerRecord<String, byte[]>> toTheEnd() {
        if (consumer.assignment().isEmpty()) {
            begin();
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    /** A topic that is not there has no partitions, and may be there the next time. */
    private void begin() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }
}
