package io.dorsal.notification.failopen.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.notification.alert.kafka.AlertEvents;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.failopen.AlertPublisher;
import io.dorsal.notification.failopen.FailingOpen;
import io.dorsal.notification.paging.TakenOffsets;
import io.dorsal.notification.paging.kafka.GrouplessConsumers;
import io.dorsal.notification.paging.kafka.ParkedRecordReader;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.topics.Subscriptions;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reading ahead. */
@Configuration(proxyBeanMethods = false)
class FailOpenKafkaConfiguration {

    @Bean
    OwnedPartitions ownedPartitions(ParkedRecordReader parkedRecords) {
        return new OwnedPartitions(topic -> EmergenciesAhead.isAbout(topic) || parkedRecords.reads(topic));
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
            GrouplessConsumers consumers,
            @Qualifier("everySchema") SchemaLookup schemas,
            ParkedRecordReader parkedRecords,
            FailingOpen failingOpen,
            ApplicationEventPublisher events) {
        String group = Subscriptions.NOTIFICATION_EMERGENCIES.group();
        return new ReadingAhead(
                watch,
                owned,
                new StartOffsets(
                        new CommittedOffsets(admin, List.of(group, group + Subscriptions.PARKED_SUFFIX)), taken),
                consumers,
                new EmergenciesAhead(EventCodec.of(UrgencyDecided.class, schemas), parkedRecords, failingOpen),
                events);
    }
}
