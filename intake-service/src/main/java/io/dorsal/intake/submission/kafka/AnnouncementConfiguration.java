package io.dorsal.intake.submission.kafka;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.yaml.Rulesets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires announcing. */
@Configuration(proxyBeanMethods = false)
class AnnouncementConfiguration {

    @Bean
    Announcements announcements(
            KafkaTemplate<String, byte[]> eventTemplate,
            EventPublisher encoder,
            AnswersAvro answers,
            IntakeMetrics metrics) {
        return new TracedAnnouncements(
                new AcknowledgedAnnouncements(eventTemplate, encoder, answers, metrics),
                new TriageEngine(Rulesets.active()));
    }
}
