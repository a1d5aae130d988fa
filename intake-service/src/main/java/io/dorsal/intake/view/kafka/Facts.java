package io.dorsal.intake.view.kafka;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertKind;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.decision.DecisionAvro;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.schemas.identity.Identities;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as facts. */
final class Facts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<AlertKind> OF_A_PATIENT = EnumSet.of(AlertKind.EMERGENCY, AlertKind.POSSIBLE_EMERGENCY);
    private static final String ID_OF_ANOTHER_ASSESSMENT = "ID_OF_ANOTHER_ASSESSMENT";

    /** Names stand in indexes, whose entries have a limit. */
    private static final int LONGEST_NAME = 200;

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
                origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                lane(event.getLane()),
                channel(event.getChannel()),
                event.getReceivedAt(),
                event.getAssessedAt(),
                event.getPreviousAssessments(),
                new String(canonical, StandardCharsets.UTF_8));
    }

    Fact referenced(PatientReferenced event) {
        return new Fact.Referenced(
                event.getAssessmentId(),
                revision(event.getRevision()),
                event.getReceivedAt(),
                text(event.getPatientReference(), Assessment.LONGEST_REFERENCE, "IMPOSSIBLE_REFERENCE"));
    }

    Fact decided(UrgencyDecided event) {
        return new Fact.Decided(
                event.getAssessmentId(),
                body(event.getRevision(), event.getBodyHash()),
                origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                event.getDecisionId(),
                DecisionAvro.urgency(event.getDecision().getUrgency()),
                event.getReceivedAt(),
                event.getDecidedAt(),
                document(event));
    }

    Fact referral(ReferralChanged event) {
        Queue queue = event.getQueue();
        require(
                queue == Queue.UNRECOGNISED // its name is not known here, and so neither is the id
                        || event.getReferralId()
                                .equals(Identities.referralId(event.getAssessmentId(), queue, event.getEpisode())),
                ID_OF_ANOTHER_ASSESSMENT);
        return new Fact.ReferralChanged(
                event.getAssessmentId(),
                event.getReferralId(),
                event.getVersion(),
                event.getEpisode(),
                queue.name(),
                DecisionAvro.urgency(event.getUrgency()),
                event.getPrimary(),
                event.getState().name(),
                event.getDueAt(),
                event.getReason(),
                event.getAdvice(),
                event.getSite(),
                event.getAppointmentAt(),
                event.getChangedAt());
    }

    /**
     * Empty for an alert that no clinic waits for: about the platform, about no assessment that could be read, or of a
     * kind unknown here, whose ids follow rules unknown here.
     */
    Optional<Fact> alert(AlertChanged event) {
        if (event.getAssessmentId() == null || !OF_A_PATIENT.contains(event.getKind())) {
            return Optional.empty();
        }
        require(
                event.getAlertId().equals(Identities.alertId(event.getAssessmentId(), event.getEpisode())),
                ID_OF_ANOTHER_ASSESSMENT);
        return Optional.of(new Fact.AlertChanged(
                event.getAssessmentId(),
                event.getAlertId(),
                event.getVersion(),
                event.getEpisode(),
                event.getState().name(),
                event.getRaisedAt(),
                event.getDeliveredAt()));
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

    /** Only bulk has to wait: an amendment that came in a lane unknown here would else be sent to none. */
    private static Lane lane(io.dorsal.events.Lane lane) {
        return switch (lane) {
            case BULK -> Lane.BULK;
            case INTERACTIVE, UNRECOGNISED -> Lane.INTERACTIVE;
        };
    }

    /** One that is unknown here is one of the ways of a clinic's systems. */
    private static Channel channel(io.dorsal.events.Channel channel) {
        return switch (channel) {
            case FHIR -> Channel.FHIR;
            case WEB_FORM -> Channel.WEB_FORM;
            case BULK -> Channel.BULK;
            case REST, UNRECOGNISED -> Channel.REST;
        };
    }

    private static Body body(int revision, String hash) {
        require(SHA_256.matcher(hash).matches(), "IMPOSSIBLE_HASH");
        return new Body(revision(revision), hash);
    }

    private static int revision(int revision) {
        require(revision >= 1, "IMPOSSIBLE_REVISION");
        return revision;
    }

    private static Origin origin(String clinicId, String networkId, boolean synthetic) {
        return new Origin(
                text(clinicId, LONGEST_NAME, "IMPOSSIBLE_CLINIC"),
                text(networkId, LONGEST_NAME, "IMPOSSIBLE_NETWORK"),
                synthetic);
    }

    private static String text(String text, int longest, String reasonCode) {
        int length = text.codePointCount(0, text.length());
        require(length >= 1 && length <= longest && text.indexOf('\0') < 0, reasonCode);
        return text;
    }

    /** What the database could never store, or what would show one assessment's affairs under another. */
    private static void require(boolean possible, String reasonCode) {
        if (!possible) {
            throw new ImpossibleRecordException(reasonCode, "an event that intake's view can never take");
        }
    }
}
