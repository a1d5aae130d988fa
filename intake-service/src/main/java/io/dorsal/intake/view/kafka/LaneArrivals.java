package io.dorsal.intake.view.kafka;

import io.dorsal.intake.view.Arrivals;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/**
 * What stands in the interactive lane, of which only the partition of an assessment's key can include it. As on a busy lane
 * there is always something, the view is given a moment to read what is there. What comes by the bulk lane may be read late,
 * and its clients know that: for a backlog's sake nobody else is told that nobody can tell.
 */
final class LaneArrivals implements Arrivals {

    private static final long MOMENT = Duration.ofSeconds(1).toNanos();
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int PATIENCE_MILLIS = 1_000;
    private static final Subscription<?> LANE = Subscriptions.VIEW_ASSESSMENTS;

    private final Admin admin;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

    LaneArrivals(Admin admin) {
        this.admin = admin;
    }

    /** Yes, also where the broker does not answer. */
    @Override
    public boolean mayInclude(UUID assessmentId) {
        try {
            return !isReadSoon(end(assessmentId));
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private End end(UUID assessmentId) throws ExecutionException, InterruptedException {
        TopicPartition partition = partition(LANE.topic().name(), assessmentId);
        return new End(partition, offset(partition, OffsetSpec.latest()));
    }

    private TopicPartition partition(String topic, UUID assessmentId) throws ExecutionException, InterruptedException {
        Integer known = partitions.get(topic);
        if (known == null) {
            known = admin.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(PATIENCE_MILLIS))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            partitions.put(topic, known); // for good: a keyed topic never grows
        }
        byte[] key = assessmentId.toString().getBytes(StandardCharsets.UTF_8);
        return new TopicPartition(topic, BuiltInPartitioner.partitionForKey(key, known));
    }

    private boolean isReadSoon(End end) throws ExecutionException, InterruptedException {
        long began = System.nanoTime();
        while (position(end.partition()) < end.offset()) {
            if (System.nanoTime() - began > MOMENT) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    /** Where the group goes on: at the beginning, where it has read nothing. */
    private long position(TopicPartition partition) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        LANE.group(), new ListConsumerGroupOffsetsOptions().timeoutMs(PATIENCE_MILLIS))
                .partitionsToOffsetAndMetadata()
                .get();
        Optional<OffsetAndMetadata> position = Optional.ofNullable(committed.get(partition));
        return position.isPresent() ? position.get().offset() : offset(partition, OffsetSpec.earliest());
    }

    private long offset(TopicPartition partition, OffsetSpec which) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, which), new ListOffsetsOptions().timeoutMs(PATIENCE_MILLIS))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private record End(TopicPartition partition, long offset) {}
}
