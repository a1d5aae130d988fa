package io.dorsal.kit.lag;

import io.dorsal.kit.messaging.TransientFailureException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks the broker how many records of a topic a group has not committed yet. */
final class BrokerLag {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Admin admin;
    private final Set<GroupTopic> readings;

    BrokerLag(Admin admin, Set<GroupTopic> readings) {
        this.admin = admin;
        this.readings = readings;
    }

    /**
     * The lag of each reading, in records; over all partitions, and from the beginning where a group has committed nothing.
     *
     * @throws TransientFailureException where the broker does not answer all that was asked
     */
    Map<GroupTopic, Long> measure() throws InterruptedException {
        Map<String, List<TopicPartition>> partitions = partitions();
        Collection<TopicPartition> all =
                partitions.values().stream().flatMap(List::stream).toList();
        Map<TopicPartition, Long> begins = offsets(all, OffsetSpec.earliest());
        // Committed before the end is looked up: a record in between makes a lag of one, and never one of less than
        // none.
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(partitions);
        Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest());
        Map<GroupTopic, Long> lags = new HashMap<>();
        for (GroupTopic reading : readings) {
            Map<TopicPartition, @Nullable OffsetAndMetadata> ofGroup =
                    committed.getOrDefault(reading.group(), Map.of());
            long lag = partitions.getOrDefault(reading.topic(), List.of()).stream()
                    .mapToLong(partition -> behind(
                            begins.getOrDefault(partition, 0L),
                            ofGroup.get(partition),
                            ends.getOrDefault(partition, 0L)))
                    .sum();
            lags.put(reading, lag);
        }
        return lags;
    }

    /** What was deleted unread is not waited for any more. */
    private static long behind(long begin, @Nullable OffsetAndMetadata committed, long end) {
        long next = committed == null ? begin : Math.max(begin, committed.offset());
        return Math.max(0, end - next);
    }

    private Map<String, List<TopicPartition>> partitions() throws InterruptedException {
        Set<String> topics = readings.stream().map(GroupTopic::topic).collect(Collectors.toSet());
        return answer(admin.describeTopics(topics, new DescribeTopicsOptions().timeoutMs(PATIENCE_MILLIS))
                        .allTopicNames())
                .values()
                .stream()
                .collect(Collectors.toMap(
                        topic -> topic.name(),
                        topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                                .toList()));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Map<String, List<TopicPartition>> partitions)
            throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = readings.stream()
                .collect(Collectors.groupingBy(
                        GroupTopic::group,
                        Collectors.collectingAndThen(
                                Collectors.flatMapping(
                                        reading -> partitions.getOrDefault(reading.topic(), List.of()).stream(),
                                        Collectors.toList()),
                                ofGroup -> new ListConsumerGroupOffsetsSpec().topicPartitions(ofGroup))));
        return answer(
                admin.listConsumerGroupOffsets(asked, new ListConsumerGroupOffsetsOptions().timeoutMs(PATIENCE_MILLIS))
                        .all());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        return answer(admin.listOffsets(asked, new ListOffsetsOptions().timeoutMs(PATIENCE_MILLIS))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private static <T> T answer(KafkaFuture<T> question) throws InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new TransientFailureException(
                    "the broker does not tell how far groups are", e.getCause() == null ? e : e.getCause());
        }
    }
}
