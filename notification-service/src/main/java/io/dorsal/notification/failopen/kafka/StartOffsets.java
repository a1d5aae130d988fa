package io.dorsal.notification.failopen.kafka;

import io.dorsal.notification.paging.TakenOffsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Where the reading ahead begins: behind what was stored, by the group or by this instance just now. */
final class StartOffsets {

    private final CommittedOffsets committed;
    private final TakenOffsets taken;

    StartOffsets(CommittedOffsets committed, TakenOffsets taken) {
        this.committed = committed;
        this.taken = taken;
    }

    /** The offset to begin with, of each of the partitions; 0 where nothing is known to be stored. */
    Map<TopicPartition, Long> of(Set<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, Long> byGroup = committed.next();
        Map<TopicPartition, Long> start = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long byThis = taken.next(partition.topic(), partition.partition()).orElse(0L);
            start.put(partition, Math.max(byGroup.getOrDefault(partition, 0L), byThis));
        }
        return start;
    }
}
