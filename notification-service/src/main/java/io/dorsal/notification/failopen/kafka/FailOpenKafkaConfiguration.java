package io.dorsal.notification.failopen.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.notification.alert.kafka.AlertEvents;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.failopen.AlertPublisher;
import io.dorsal.notification.failopen.FailingOpen;
import io.dorsal.notification.paging.Reconciling;
import io.dorsal.notification.paging.TakenOffsets;
import io.dorsal.notification.paging.kafka.ParkedRecordReader;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Subscriptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Wires the reading ahead. */
@Configuration(proxyBeanMethods = false)
class FailOpenKafkaConfiguration {

    @Bean
    OwnedPartitions ownedPartitions() {
        return new OwnedPartitions();
    }

    @Bean
    AlertPublisher alertPublisher(EventPublisher publisher) {
        return change -> publisher.publish(List.of(AlertEvents.of(change)));
    }

    @Bean
    ReadingAhead readingAhead(
            DatabaseWatch watch,
            OwnedPartitions owned,
            Admin admin,
            TakenOffsets taken,
            ConsumerFactory<?, ?> consumers,
            PublishedSchemas schemas,
            ParkedRecordReader parkedRecords,
            FailingOpen failingOpen,
            Reconciling reconciling) {
        String group = Subscriptions.NOTIFICATION_EMERGENCIES.group();
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return new ReadingAhead(
                watch,
                owned,
                new CommittedOffsets(admin, List.of(group, group + Subscriptions.PARKED_SUFFIX)),
                taken,
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                EventCodec.of(UrgencyDecided.class, schemas),
                parkedRecords,
                failingOpen,
                reconciling);
    }
}
