package io.dorsal.notification.failopen.kafka;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** The partitions that this instance's listeners read. */
final class OwnedPartitions implements KafkaBindingRebalanceListener {

    private final Set<TopicPartition> owned = ConcurrentHashMap.newKeySet();

    Set<TopicPartition> current() {
        return Set.copyOf(owned);
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        owned.addAll(partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        owned.removeAll(partitions);
    }
}
