package io.dorsal.notification.paging.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes consumers that belong to no group and commit nothing: whoever takes one assigns it partitions. */
public final class GrouplessConsumers implements Supplier<Consumer<String, byte[]>> {

    private final Map<String, Object> settings;

    GrouplessConsumers(Map<String, Object> listenersSettings) {
        this.settings = new HashMap<>(listenersSettings);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    }

    @Override
    public Consumer<String, byte[]> get() {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
