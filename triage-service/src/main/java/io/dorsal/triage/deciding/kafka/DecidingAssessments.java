package io.dorsal.triage.deciding.kafka;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Lane;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.decision.DecisionAvro;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.kit.tracing.CurrentTrace;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.dorsal.triage.deciding.DecisionMetrics;
import io.dorsal.triage.shadow.DecidedAssessment;
import io.dorsal.triage.shadow.Shadow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Decides each assessment of a poll. Stateless: deciding again what was decided before yields the same ids and the same
 * decision, so redelivery is harmless.
 */
final class DecidingAssessments {

    private final DecidingUrgency deciding;
    private final AnswersAvro answers;
    private final DecisionMetrics metrics;
    private final Shadow shadow;
    private final Clock clock;

    DecidingAssessments(
            DecidingUrgency deciding, AnswersAvro answers, DecisionMetrics metrics, Shadow shadow, Clock clock) {
        this.deciding = deciding;
        this.answers = answers;
        this.metrics = metrics;
        this.shadow = shadow;
        this.clock = clock;
    }

    /** The decisions on a poll of assessments; a part of them goes to on-call staff as well. */
    List<Outgoing> process(List<Received<AssessmentSubmitted>> batch) {
        List<Outgoing> outgoing = new ArrayList<>(batch.size());
        for (Received<AssessmentSubmitted> received : batch) {
            decide(received.event(), outgoing);
        }
        return outgoing;
    }

    private void decide(AssessmentSubmitted assessment, List<Outgoing> outgoing) {
        UUID key = assessment.getAssessmentId();
        Answers answered = answers.toDomain(assessment.getAnswers());
        Decision decision = deciding.decide(
                assessment.getNetworkId(), answered, assessment.getPreviousAssessments(), "assessment " + key);
        metrics.decided(decision);
        if (decision.urgency() == Urgency.EMERGENCY) {
            CurrentTrace.keepForEmergency(key.toString());
        }
        UrgencyDecided event = event(assessment, decision);
        if (concernsOnCall(assessment, decision)) {
            outgoing.add(Outgoing.of(Topics.EMERGENCIES, key, event));
        }
        outgoing.add(Outgoing.of(laneOf(assessment), key, event));
        shadow.decided(decided(assessment, answered, decision));
    }

    /** On-call staff also learn what became of an emergency, so every later revision goes to them. */
    private static boolean concernsOnCall(AssessmentSubmitted assessment, Decision decision) {
        return decision.urgency() == Urgency.EMERGENCY || assessment.getRevision() > 1;
    }

    private static Topic<UrgencyDecided> laneOf(AssessmentSubmitted assessment) {
        return assessment.getLane() == Lane.BULK ? Topics.DECISIONS_BULK : Topics.DECISIONS;
    }

    private static DecidedAssessment decided(AssessmentSubmitted assessment, Answers answered, Decision decision) {
        return new DecidedAssessment(
                assessment.getAssessmentId(),
                assessment.getRevision(),
                assessment.getClinicId(),
                assessment.getNetworkId(),
                assessment.getSynthetic(),
                assessment.getReceivedAt(),
                answered,
                assessment.getPreviousAssessments(),
                decision);
    }

    private UrgencyDecided event(AssessmentSubmitted assessment, Decision decision) {
        UUID id = assessment.getAssessmentId();
        int revision = assessment.getRevision();
        return UrgencyDecided.newBuilder()
                .setEventId(Identities.eventId(UrgencyDecided.class, id, revision))
                .setAssessmentId(id)
                .setRevision(revision)
                .setClinicId(assessment.getClinicId())
                .setNetworkId(assessment.getNetworkId())
                .setSynthetic(assessment.getSynthetic())
                .setDecisionId(Identities.decisionId(id, revision))
                .setLane(assessment.getLane())
                .setReceivedAt(assessment.getReceivedAt())
                .setAssessedAt(assessment.getAssessedAt())
                .setDecidedAt(clock.instant())
                .setBodyHash(assessment.getBodyHash())
                .setDecision(DecisionAvro.toEvent(decision))
                .build();
    }
}
