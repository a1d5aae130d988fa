package io.dorsal.kit.messaging;

import io.dorsal.kit.tracing.Traces;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.registry.SchemaTopicLookup;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.StringUtils;

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
    EventPublisher eventPublisher(
            KafkaTemplate<String, byte[]> eventTemplate, PublishedSchemas schemas, SchemaPublishing publishing) {
        return new EventPublisher(eventTemplate, schemas, publishing::isDone);
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
            Traces traces,
            ConsumerFactory<?, ?> consumers,
            Clock clock) {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        SchemaLookup published = new SchemaTopicLookup(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), clock);
        return new EventListeners(schemas.orElse(published), publisher, metrics, traces, clock);
    }

    @Bean
    RawBatchConverter rawBatchConverter() {
        return new RawBatchConverter();
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> waitingListenerContainers(
            MeterRegistry registry, Clock clock) {
        // A binding that is made anew takes over the gauges of its predecessor.
        Map<List<String>, WaitingPartitions> known = new ConcurrentHashMap<>();
        return (container, destination, group) -> {
            Set<String> topics = StringUtils.commaDelimitedListToSet(StringUtils.trimAllWhitespace(destination));
            container.setCommonErrorHandler(new WaitingErrorHandler(known.computeIfAbsent(
                    List.of(group, destination), _ -> new WaitingPartitions(group, topics, registry, clock))));
        };
    }

    /** A binding that is refused is made again by itself; asking a broker that is away would hold up the start instead. */
    @Bean
    ConsumerConfigCustomizer bindingsWaitForTheBroker(SchemaPublishing publishing) {
        return (settings, binding, destination) -> {
            if (!publishing.isDone()) {
                throw new TransientFailureException(binding + " waits for the broker");
            }
        };
    }

    @Bean
    SchemaPublishing schemaPublishing(
            ProducerFactory<String, byte[]> producers, PublishedSchemas schemas, ApplicationEventPublisher events) {
        return new SchemaPublishing(producers, schemas, events);
    }

    @Bean
    StoppedListenerWatch stoppedListenerWatch(ApplicationEventPublisher events) {
        return new StoppedListenerWatch(events);
    }
}
