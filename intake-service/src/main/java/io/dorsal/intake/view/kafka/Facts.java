package io.dorsal.intake.view.kafka;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertKind;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Origin;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.decision.DecisionAvro;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.DecisionJson;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as facts. */
final class Facts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AnswersAvro answers;
    private final AssessmentJson assessments;

    Facts(AnswersAvro answers, AssessmentJson assessments) {
        this.answers = answers;
        this.assessments = assessments;
    }

    Fact submitted(AssessmentSubmitted event) {
        byte[] canonical = assessments.writeAnswers(answers.toDomain(event.getAnswers()));
        return new Fact.Submitted(
                event.getAssessmentId(),
                body(event.getRevision(), event.getBodyHash()),
                new Origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                event.getReceivedAt(),
                event.getAssessedAt(),
                new String(canonical, StandardCharsets.UTF_8));
    }

    Fact referenced(PatientReferenced event) {
        return new Fact.Referenced(
                event.getAssessmentId(), event.getRevision(), event.getReceivedAt(), event.getPatientReference());
    }

    Fact decided(UrgencyDecided event) {
        return new Fact.Decided(
                event.getAssessmentId(),
                body(event.getRevision(), event.getBodyHash()),
                new Origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                event.getDecisionId(),
                DecisionAvro.urgency(event.getDecision().getUrgency()),
                event.getReceivedAt(),
                event.getDecidedAt(),
                document(event));
    }

    Fact referral(ReferralChanged event) {
        return new Fact.ReferralChanged(
                event.getAssessmentId(),
                event.getReferralId(),
                event.getVersion(),
                event.getEpisode(),
                event.getQueue().name(),
                DecisionAvro.urgency(event.getUrgency()),
                event.getPrimary(),
                event.getState().name(),
                event.getDueAt(),
                event.getReason(),
                event.getAdvice(),
                event.getSite(),
                event.getAppointmentAt());
    }

    /** Empty for an alert that no clinic waits for: about the platform, or about no assessment that could be read. */
    Optional<Fact> alert(AlertChanged event) {
        if (event.getAssessmentId() == null || event.getKind() == AlertKind.OPERATIONS) {
            return Optional.empty();
        }
        return Optional.of(new Fact.AlertChanged(
                event.getAssessmentId(),
                event.getAlertId(),
                event.getVersion(),
                event.getEpisode(),
                event.getState().name(),
                event.getRaisedAt()));
    }

    private static String document(UrgencyDecided event) {
        StringWriter document = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(document)) {
            DecisionJson.write(json, DecisionAvro.toDomain(event.getDecision()), front -> {
                front.writeStringProperty("decisionId", event.getDecisionId().toString());
                front.writeNumberProperty("revision", event.getRevision());
                front.writeStringProperty("decidedAt", event.getDecidedAt().toString());
            });
        }
        return document.toString();
    }

    private static Body body(int revision, String hash) {
        if (revision < 1) {
            throw new ImpossibleRecordException("IMPOSSIBLE_REVISION", "revisions count from 1");
        }
        return new Body(revision, hash);
    }
}
