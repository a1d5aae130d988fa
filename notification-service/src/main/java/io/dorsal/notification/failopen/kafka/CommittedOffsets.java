package io.dorsal.notification.failopen.kafka;

import io.dorsal.kit.messaging.TransientFailureException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the listeners' groups have committed. */
final class CommittedOffsets {

    private static final long PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final List<String> groups;

    CommittedOffsets(Admin admin, List<String> groups) {
        this.admin = admin;
        this.groups = groups;
    }

    /** The first offset not committed, of the partitions of which anything is. */
    Map<TopicPartition, Long> next() throws InterruptedException {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (String group : groups) {
            ask(group).forEach((partition, offset) -> {
                if (offset != null) {
                    next.put(partition, offset.offset());
                }
            });
        }
        return next;
    }

    private Map<TopicPartition, OffsetAndMetadata> ask(String group) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new TransientFailureException("the broker does not tell what is committed", e);
        }
    }
}
