package io.dorsal.notification.failopen.kafka;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** The partitions that this instance's listeners read, of the topics that matter. */
final class OwnedPartitions implements KafkaBindingRebalanceListener {

    private final Predicate<String> topics;
    private final Set<TopicPartition> owned = ConcurrentHashMap.newKeySet();

    /**
     * @param topics true for those that matter
     */
    OwnedPartitions(Predicate<String> topics) {
        this.topics = topics;
    }

    Set<TopicPartition> current() {
        return Set.copyOf(owned);
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        partitions.stream().filter(partition -> topics.test(partition.topic())).forEach(owned::add);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        owned.removeAll(partitions);
    }
}
