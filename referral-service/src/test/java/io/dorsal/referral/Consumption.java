package io.dorsal.referral;

import static org.awaitility.Awaitility.await;

import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Knows whether the service has done with all that stands in its topics. */
final class Consumption {

    private static final List<Subscription<?>> ALL = List.of(
            Subscriptions.REFERRAL_DECISIONS, Subscriptions.REFERRAL_DECISIONS_BULK, Subscriptions.REFERRAL_PATIENTS);

    private Consumption() {}

    static void awaitAll(TopicClient topics) {
        for (Subscription<?> subscription : ALL) {
            awaitAll(topics, subscription.topic().name(), subscription.group());
        }
    }

    static void awaitAll(TopicClient topics, String topic, String group) {
        List<ConsumerRecord<String, byte[]>> records = topics.records(topic);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Map<TopicPartition, OffsetAndMetadata> committed = topics.committed(group);
            return records.stream().allMatch(record -> {
                OffsetAndMetadata offset = committed.get(new TopicPartition(record.topic(), record.partition()));
                return offset != null && offset.offset() > record.offset();
            });
        });
    }
}
