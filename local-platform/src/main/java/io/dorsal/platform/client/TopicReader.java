package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as somebody who belongs to no consumer group: nobody else notices. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * Opens a topic at its beginning.
     *
     * @throws PartFailure where the broker does not answer or has no such topic
     */
    public static TopicReader open(Map<String, Object> broker, String topic) {
        Set<String> known = topics(broker);
        if (!known.contains(topic)) {
            throw new PartFailure("there is no topic " + topic + "; there are:\n  "
                    + String.join("\n  ", known.stream().sorted().toList()));
        }
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicReader(consumer, partitions);
    }

    /**
     * The names of all topics.
     *
     * @throws PartFailure where the broker does not answer, or does not let us in
     */
    public static Set<String> topics(Map<String, Object> broker) {
        try (Admin admin = Admin.create(broker)) {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AuthenticationException refused
                    ? new PartFailure("the broker does not let us in: " + refused.getMessage(), e)
                    : new PartFailure("the broker does not answer; ./dorsal status shows what runs", e);
        } catch (KafkaException e) {
            throw new PartFailure("the settings for the broker are not usable: " + rootOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Skips what is there already. */
    public void skipToEnd() {
        consumer.seekToEnd(partitions);
        positions();
    }

    /** Hands over what has come since the last call, or waits a moment for it. */
    public void poll(Consumer<ConsumerRecord<String, byte[]>> records) {
        consumer.poll(PATIENCE).forEach(records);
    }

    /** Hands over all that is there now. */
    public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(records);
        }
    }

    /** Seeking is lazy; asking for the position does it. */
    private Collection<Long> positions() {
        return partitions.stream().map(consumer::position).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
