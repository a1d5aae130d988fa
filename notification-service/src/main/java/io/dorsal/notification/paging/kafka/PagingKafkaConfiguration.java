package io.dorsal.notification.paging.kafka;

import io.dorsal.events.ReferralChanged;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.LastResort;
import io.dorsal.notification.paging.LearningDecisions;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.ReportingParkedRecords;
import io.dorsal.notification.paging.ReportingQueueRisks;
import io.dorsal.notification.paging.TakenOffsets;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.registry.SchemaTopicLookup;
import io.dorsal.schemas.topics.Subscriptions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Wires the listeners of decisions, of queues at risk and of parked records. */
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
    EventListener<ReferralChanged> risks(EventListeners listeners, ReportingQueueRisks reporting, DatabaseWatch watch) {
        return listeners.listener(Subscriptions.NOTIFICATION_RISKS, new RisksProcessor(reporting, watch));
    }

    @Bean
    GrouplessConsumers grouplessConsumers(ConsumerFactory<?, ?> consumers) {
        return new GrouplessConsumers(consumers.getConfigurationProperties());
    }

    /** What the listeners know: a schema that is newer than this service must not make an emergency unreadable. */
    @Bean
    SchemaLookup everySchema(PublishedSchemas schemas, GrouplessConsumers consumers, Clock clock) {
        return schemas.orElse(new SchemaTopicLookup(consumers, clock));
    }

    @Bean
    ParkedRecordReader parkedRecordReader(@Qualifier("everySchema") SchemaLookup schemas) {
        return new ParkedRecordReader(schemas);
    }

    @Bean
    ParkedListener parked(
            ParkedRecordReader reader,
            ReportingParkedRecords reporting,
            DatabaseWatch watch,
            TakenOffsets taken,
            LastResort lastResort,
            Milestones milestones) {
        return new ParkedListener(reader, reporting, watch, taken, lastResort, milestones);
    }
}
