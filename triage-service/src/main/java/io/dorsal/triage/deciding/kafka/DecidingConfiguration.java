package io.dorsal.triage.deciding.kafka;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.dorsal.triage.deciding.DecisionMetrics;
import io.dorsal.triage.shadow.Shadow;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumers of both lanes: the same work, apart, so that a bulk upload delays no emergency. */
@Configuration(proxyBeanMethods = false)
class DecidingConfiguration {

    @Bean
    DecidingAssessments decidingAssessments(
            DecidingUrgency deciding, TriageEngine engine, DecisionMetrics metrics, Shadow shadow, Clock clock) {
        AnswersAvro answers = new AnswersAvro(engine.ruleset().vocabulary());
        return new DecidingAssessments(deciding, answers, metrics, shadow, clock);
    }

    @Bean
    EventListener<AssessmentSubmitted> assessments(EventListeners listeners, DecidingAssessments deciding) {
        return listeners.listener(Subscriptions.TRIAGE_ASSESSMENTS, deciding::process);
    }

    @Bean
    EventListener<AssessmentSubmitted> bulkAssessments(EventListeners listeners, DecidingAssessments deciding) {
        return listeners.listener(Subscriptions.TRIAGE_ASSESSMENTS_BULK, deciding::process);
    }
}
