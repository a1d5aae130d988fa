package io.dorsal.triage.shadow.kafka;

import io.dorsal.events.ShadowDisagreed;
import io.dorsal.events.Urgency;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.rules.decision.Decision;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.triage.shadow.DecidedAssessment;
import io.dorsal.triage.shadow.Disagreement;
import io.dorsal.triage.shadow.Disagreements;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes disagreements to {@code triage.shadow.v1}, by a producer of its own: whoever flushes the one of the decisions
 * must not wait for a topic that only a candidate needs.
 */
final class KafkaDisagreements implements Disagreements {

    private static final int CLOSING_TAKES_AT_MOST_SECONDS = 1;

    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final EventPublisher publisher;
    private final Clock clock;

    /**
     * @param settings of the producer
     */
    KafkaDisagreements(Map<String, Object> settings, PublishedSchemas schemas, Clock clock) {
        this.producers = new DefaultKafkaProducerFactory<>(settings);
        this.producers.setPhysicalCloseTimeout(CLOSING_TAKES_AT_MOST_SECONDS);
        // Nothing is decided, and so nothing compared, before this service has published its schemas.
        this.publisher = new EventPublisher(new KafkaTemplate<>(producers), schemas);
        this.clock = clock;
    }

    @Override
    public void publish(Disagreement disagreement) {
        UUID key = disagreement.assessment().assessmentId();
        publisher.publish(List.of(Outgoing.of(Topics.SHADOW, key, event(disagreement))));
    }

    private ShadowDisagreed event(Disagreement disagreement) {
        DecidedAssessment one = disagreement.assessment();
        Decision active = one.decision();
        Decision candidate = disagreement.candidate();
        return ShadowDisagreed.newBuilder()
                .setEventId(Identities.disagreementId(
                        one.assessmentId(), one.revision(), active.rulesetHash(), candidate.rulesetHash()))
                .setAssessmentId(one.assessmentId())
                .setRevision(one.revision())
                .setClinicId(one.clinicId())
                .setNetworkId(one.networkId())
                .setSynthetic(one.synthetic())
                .setDecisionId(Identities.decisionId(one.assessmentId(), one.revision()))
                .setReceivedAt(one.receivedAt())
                .setComparedAt(clock.instant())
                .setActiveUrgency(Urgency.valueOf(active.urgency().name()))
                .setActiveRulesetVersion(active.rulesetVersion())
                .setActiveRulesetHash(active.rulesetHash())
                .setCandidateUrgency(Urgency.valueOf(candidate.urgency().name()))
                .setCandidateRulesetVersion(candidate.rulesetVersion())
                .setCandidateRulesetHash(candidate.rulesetHash())
                .setRules(disagreement.change().rules())
                .build();
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
