package io.dorsal.referral.routing.kafka;

import io.dorsal.schemas.topics.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records of a topic a group has not yet committed, over all partitions and all instances. Taken from the
 * broker: a consumer's own gauge stands still while the consumer works, and knows nothing of other instances.
 */
final class LaneLag {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Admin admin;
    private final Subscription<?> subscription;

    LaneLag(Admin admin, Subscription<?> subscription) {
        this.admin = admin;
        this.subscription = subscription;
    }

    long records() throws InterruptedException, ExecutionException, TimeoutException {
        String topic = subscription.topic().name();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Map<TopicPartition, OffsetSpec> starts = new HashMap<>();
        await(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .forEach(description -> description.partitions().forEach(partition -> {
                    ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
                    starts.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest());
                }));
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(subscription.group()).partitionsToOffsetAndMetadata());
        starts.keySet().removeAll(committed.keySet());
        Map<TopicPartition, ListOffsetsResultInfo> first =
                await(admin.listOffsets(starts).all());
        Map<TopicPartition, ListOffsetsResultInfo> last =
                await(admin.listOffsets(ends).all());
        return last.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - position(end.getKey(), committed, first))
                .filter(behind -> behind > 0)
                .sum();
    }

    private static long position(
            TopicPartition partition,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, ListOffsetsResultInfo> first) {
        OffsetAndMetadata offset = committed.get(partition);
        ListOffsetsResultInfo start = first.get(partition);
        if (offset != null) {
            return offset.offset();
        }
        return start == null ? 0 : start.offset();
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
