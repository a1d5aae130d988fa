package io.dorsal.notification.paging.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.LearningDecisions;
import io.dorsal.notification.paging.ReportingParkedRecords;
import io.dorsal.notification.paging.TakenOffsets;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Subscriptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the listeners of decisions and of parked records. */
@Configuration(proxyBeanMethods = false)
class PagingKafkaConfiguration {

    @Bean
    TakenOffsets takenOffsets() {
        return new TakenOffsets();
    }

    @Bean
    EventListener<UrgencyDecided> emergencies(
            EventListeners listeners, LearningDecisions learning, DatabaseWatch watch, TakenOffsets taken) {
        return listeners.listener(
                Subscriptions.NOTIFICATION_EMERGENCIES, new DecisionsProcessor(learning, watch, taken));
    }

    @Bean
    ParkedRecordReader parkedRecordReader(PublishedSchemas schemas) {
        return new ParkedRecordReader(schemas);
    }

    @Bean
    ParkedListener parked(
            ParkedRecordReader reader, ReportingParkedRecords reporting, DatabaseWatch watch, TakenOffsets taken) {
        return new ParkedListener(reader, reporting, watch, taken);
    }
}
