package io.dorsal.intake.testing;

import static org.awaitility.Awaitility.await;

import io.dorsal.schemas.topics.Subscription;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Knows whether the service has done with all that stands in a topic. */
public final class Consumption {

    private Consumption() {}

    /** Waits until the service has committed all that stands in the topic now. */
    public static void awaitAll(TopicClient topics, Subscription<?> subscription) {
        awaitAll(topics, subscription.topic().name(), subscription.group());
    }

    /** Waits until a group has committed all that stands in the topic now. */
    public static void awaitAll(TopicClient topics, String topic, String group) {
        List<ConsumerRecord<String, byte[]>> records = topics.records(topic);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Map<TopicPartition, OffsetAndMetadata> committed = topics.committed(group);
            return records.stream().allMatch(record -> {
                OffsetAndMetadata offset = committed.get(new TopicPartition(record.topic(), record.partition()));
                return offset != null && offset.offset() > record.offset();
            });
        });
    }
}
