package io.dorsal.intake.submission.kafka;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.yaml.Rulesets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/** Wires announcing. */
@Configuration(proxyBeanMethods = false)
class AnnouncementConfiguration {

    /** For what is to be known before triage decides. */
    @Bean
    TriageEngine triageEngine() {
        return new TriageEngine(Rulesets.active());
    }

    @Bean
    AnnouncementRecords announcementRecords(EventPublisher encoder, AnswersAvro answers) {
        return new AnnouncementRecords(encoder, answers);
    }

    @Bean
    Announcements announcements(
            KafkaTemplate<String, byte[]> eventTemplate,
            AnnouncementRecords records,
            IntakeMetrics metrics,
            TriageEngine engine) {
        return new TracedAnnouncements(new AcknowledgedAnnouncements(eventTemplate, records, metrics), engine);
    }

    /** By a producer of its own, made when first used: an upload never stands in the way of a submission. */
    @Bean
    AcknowledgedManyAnnouncements manyAnnouncements(
            ProducerFactory<String, byte[]> producers,
            AnnouncementRecords records,
            @Value("${intake.bulk.patience-with-broker}") Duration patience) {
        KafkaTemplate<String, byte[]> template =
                new KafkaTemplate<>(producers, AcknowledgedManyAnnouncements.producerSettings(patience));
        template.setProducerListener(new ProducerListener<>() {}); // failures are told together, and not one by one
        return new AcknowledgedManyAnnouncements(template, records, patience);
    }
}
