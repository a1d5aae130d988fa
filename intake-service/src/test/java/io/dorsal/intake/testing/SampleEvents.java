package io.dorsal.intake.testing;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertKind;
import io.dorsal.events.AlertState;
import io.dorsal.events.Answers;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Because;
import io.dorsal.events.Channel;
import io.dorsal.events.Decision;
import io.dorsal.events.DurationClass;
import io.dorsal.events.Finding;
import io.dorsal.events.Lane;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Pattern;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralRequest;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Region;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.schemas.identity.Identities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of one assessment of the clinic north, as the services of the platform write them. */
public final class SampleEvents {

    /** When its revisions were received. */
    public static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00.123Z");

    private static final String CLINIC = "north";
    private static final String NETWORK = "metro";

    private final UUID id;

    private SampleEvents(UUID id) {
        this.id = id;
    }

    /** The events of an assessment. */
    public static SampleEvents of(UUID assessmentId) {
        return new SampleEvents(assessmentId);
    }

    /** A revision was submitted; its answers are those of {@link SampleAssessments#backPain}. */
    public AssessmentSubmitted submitted(int revision, int severity) {
        return AssessmentSubmitted.newBuilder()
                .setEventId(Identities.eventId(AssessmentSubmitted.class, id, revision))
                .setAssessmentId(id)
                .setRevision(revision)
                .setClinicId(CLINIC)
                .setNetworkId(NETWORK)
                .setLane(Lane.INTERACTIVE)
                .setChannel(Channel.REST)
                .setReceivedAt(RECEIVED.plusSeconds(revision))
                .setBodyHash(hashOf(severity))
                .setAnswers(answers(severity))
                .build();
    }

    /** It is known whom it is about. */
    public PatientReferenced referenced(int revision, String patientReference) {
        return PatientReferenced.newBuilder()
                .setEventId(Identities.eventId(PatientReferenced.class, id, revision))
                .setAssessmentId(id)
                .setRevision(revision)
                .setClinicId(CLINIC)
                .setNetworkId(NETWORK)
                .setPatientReference(patientReference)
                .setReceivedAt(RECEIVED.plusSeconds(revision))
                .build();
    }

    /** A revision was decided. */
    public UrgencyDecided decided(int revision, int severity, Urgency urgency) {
        return UrgencyDecided.newBuilder()
                .setEventId(Identities.eventId(UrgencyDecided.class, id, revision))
                .setAssessmentId(id)
                .setRevision(revision)
                .setClinicId(CLINIC)
                .setNetworkId(NETWORK)
                .setDecisionId(Identities.decisionId(id, revision))
                .setLane(Lane.INTERACTIVE)
                .setReceivedAt(RECEIVED.plusSeconds(revision))
                .setDecidedAt(RECEIVED.plusSeconds(revision).plusMillis(50))
                .setBodyHash(hashOf(severity))
                .setDecision(decision(urgency))
                .build();
    }

    /** The referral to spine surgery has changed. */
    public ReferralChanged referral(long version, ReferralState state) {
        return ReferralChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAssessmentId(id)
                .setRevision(1)
                .setClinicId(CLINIC)
                .setNetworkId(NETWORK)
                .setReferralId(Identities.referralId(id, Queue.SPINE_SURGERY, 1))
                .setQueue(Queue.SPINE_SURGERY)
                .setEpisode(1)
                .setVersion(version)
                .setState(state)
                .setUrgency(Urgency.EMERGENCY)
                .setPrimary(true)
                .setRules(List.of("CES-1"))
                .setActor("test")
                .setReason(state == ReferralState.RETURNED ? "MORE_INFORMATION" : null)
                .setRoutedAt(RECEIVED)
                .setDueAt(RECEIVED.plusSeconds(900))
                .setChangedAt(RECEIVED.plusSeconds(version))
                .build();
    }

    /** The alert has changed. */
    public AlertChanged alert(long version, AlertState state) {
        return AlertChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAssessmentId(id)
                .setRevision(1)
                .setClinicId(CLINIC)
                .setNetworkId(NETWORK)
                .setAlertId(Identities.alertId(id, 1))
                .setEpisode(1)
                .setKind(AlertKind.EMERGENCY)
                .setVersion(version)
                .setState(state)
                .setUrgency(Urgency.EMERGENCY)
                .setRules(List.of("CES-1"))
                .setActor("test")
                .setRound(1)
                .setStep(1)
                .setRaisedAt(RECEIVED)
                .setDeliveredAt(version == 1 ? null : RECEIVED.plusSeconds(1))
                .setChangedAt(RECEIVED.plusSeconds(version))
                .build();
    }

    private static String hashOf(int severity) {
        return "%064x".formatted(severity);
    }

    private static Answers answers(int severity) {
        byte[] body = SampleAssessments.backPain("x", severity).getBytes(StandardCharsets.UTF_8);
        return switch (new AssessmentJson(VocabularyYaml.vocabulary()).read(body, RECEIVED)) {
            case Reading.Accepted(var assessment) ->
                new AnswersAvro(VocabularyYaml.vocabulary()).toEvent(assessment.answers());
            case Reading.Malformed _, Reading.Invalid _ -> throw new AssertionError("the sample is no assessment");
        };
    }

    private static Decision decision(Urgency urgency) {
        Finding finding = Finding.newBuilder()
                .setRule("CES-1")
                .setTitle("Cauda equina syndrome")
                .setUrgency(urgency)
                .setBecause(List.of(new Because("neuro.saddleNumbness", true)))
                .setQueues(List.of(Queue.SPINE_SURGERY))
                .setWorkUp("MRI at once")
                .setSources(List.of("S1.9"))
                .build();
        return Decision.newBuilder()
                .setUrgency(urgency)
                .setRulesetVersion("test")
                .setRulesetHash("0".repeat(64))
                .setFindings(List.of(finding))
                .setReferrals(List.of(new ReferralRequest(Queue.SPINE_SURGERY, urgency, true)))
                .setUnansweredSafetyQuestions(List.of("systemic.fever"))
                .setOpenRules(List.of())
                .setRegions(List.of(Region.LUMBAR))
                .setDurationClass(DurationClass.ACUTE)
                .setPattern(Pattern.UNCLASSIFIED)
                .setAdviceToClinic(List.of("advice"))
                .setAdviceToPatient(List.of("advice"))
                .build();
    }
}
