package io.dorsal.kit.lag;

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
 * How many records of a lane wait for longer than from one look to the next, over all partitions and all instances.
 * Records on their way are no lag, however many; a single one that does not get done is. Taken from the broker: a
 * consumer's own gauge stands still while the consumer works, and knows nothing of other instances.
 */
final class LaneLag {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Admin admin;
    private final GroupTopic reading;
    private Map<TopicPartition, Long> endsBefore = Map.of();

    LaneLag(Admin admin, GroupTopic reading) {
        this.admin = admin;
        this.reading = reading;
    }

    /** How many of the records that stood in the lane at the look before are not committed yet. */
    long recordsHeldUp() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(reading.group()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> unread = new HashMap<>(endsBefore);
        unread.keySet().removeIf(partition -> committed.get(partition) != null);
        Map<TopicPartition, Long> positions = offsets(unread, OffsetSpec.earliest());
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, offset.offset());
            }
        });
        long heldUp = endsBefore.entrySet().stream()
                .mapToLong(end -> end.getValue() - positions.getOrDefault(end.getKey(), end.getValue()))
                .filter(behind -> behind > 0)
                .sum();
        endsBefore = offsets(partitions(), OffsetSpec.latest());
        return heldUp;
    }

    private Map<TopicPartition, Long> partitions() throws InterruptedException, ExecutionException, TimeoutException {
        String topic = reading.topic();
        Map<TopicPartition, Long> partitions = new HashMap<>(endsBefore);
        if (partitions.isEmpty()) {
            await(admin.describeTopics(List.of(topic)).allTopicNames())
                    .values()
                    .forEach(description -> description
                            .partitions()
                            .forEach(
                                    partition -> partitions.put(new TopicPartition(topic, partition.partition()), 0L)));
        }
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, Long> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.keySet().forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> answer :
                await(admin.listOffsets(asked).all()).entrySet()) {
            offsets.put(answer.getKey(), answer.getValue().offset());
        }
        return offsets;
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
