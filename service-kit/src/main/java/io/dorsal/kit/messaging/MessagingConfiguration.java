package io.dorsal.kit.messaging;

import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.registry.SchemaTopicLookup;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Wires publishing and listening the same way into every service. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
public class MessagingConfiguration {

    @Bean
    PublishedSchemas publishedSchemas() {
        return PublishedSchemas.ofAllEvents();
    }

    @Bean
    KafkaTemplate<String, byte[]> eventTemplate(ProducerFactory<String, byte[]> producers) {
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(producers);
        template.setProducerListener(new QuietProducerListener());
        return template;
    }

    @Bean
    EventPublisher eventPublisher(KafkaTemplate<String, byte[]> eventTemplate, PublishedSchemas schemas) {
        return new EventPublisher(eventTemplate, schemas);
    }

    @Bean
    ListenerMetrics listenerMetrics(MeterRegistry registry) {
        return new ListenerMetrics(registry);
    }

    @Bean
    EventListeners eventListeners(
            PublishedSchemas schemas,
            EventPublisher publisher,
            ListenerMetrics metrics,
            ConsumerFactory<?, ?> consumers,
            Clock clock) {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        SchemaLookup published = new SchemaTopicLookup(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), clock);
        return new EventListeners(schemas.orElse(published), publisher, metrics, clock);
    }

    @Bean
    RawBatchConverter rawBatchConverter() {
        return new RawBatchConverter();
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> waitingListenerContainers() {
        return (container, destination, group) -> container.setCommonErrorHandler(WaitingErrorHandler.create());
    }

    @Bean
    SchemaPublishing schemaPublishing(ProducerFactory<String, byte[]> producers, PublishedSchemas schemas) {
        return new SchemaPublishing(producers, schemas);
    }

    @Bean
    StoppedListenerWatch stoppedListenerWatch(ApplicationEventPublisher events) {
        return new StoppedListenerWatch(events);
    }
}
