package io.dorsal.schemas.codec;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertKind;
import io.dorsal.events.AlertState;
import io.dorsal.events.Answers;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Because;
import io.dorsal.events.Bladder;
import io.dorsal.events.Channel;
import io.dorsal.events.Decision;
import io.dorsal.events.DurationClass;
import io.dorsal.events.Finding;
import io.dorsal.events.HistoryAnswers;
import io.dorsal.events.Lane;
import io.dorsal.events.NeuroAnswers;
import io.dorsal.events.PainAnswers;
import io.dorsal.events.PatientAnswers;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Pattern;
import io.dorsal.events.Queue;
import io.dorsal.events.Radiation;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralRequest;
import io.dorsal.events.ReferralState;
import io.dorsal.events.ReferredAnswers;
import io.dorsal.events.Region;
import io.dorsal.events.SexAtBirth;
import io.dorsal.events.ShadowDisagreed;
import io.dorsal.events.SystemicAnswers;
import io.dorsal.events.ThoracicOutletAnswers;
import io.dorsal.events.TreatmentAnswers;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** One event of each type, with fixed contents: golden bytes are made of them. */
final class SampleEvents {

    static final UUID ASSESSMENT = UUID.fromString("018f2b1e-7c00-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("6d0f0d4e-94f8-5b0a-8f5e-0a2f3f6f9c11");
    private static final UUID OTHER = UUID.fromString("0b7a5f0e-3f0b-5d2b-9a55-4d1f0a3b2c10");
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00.123Z");

    static {
        AvroSettings.apply();
    }

    private SampleEvents() {}

    static List<SpecificRecord> all() {
        return List.of(
                assessmentSubmitted(),
                patientReferenced(),
                urgencyDecided(),
                shadowDisagreed(),
                referralChanged(),
                alertChanged());
    }

    static AssessmentSubmitted assessmentSubmitted() {
        return AssessmentSubmitted.newBuilder()
                .setEventId(EVENT)
                .setAssessmentId(ASSESSMENT)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setLane(Lane.INTERACTIVE)
                .setChannel(Channel.REST)
                .setReceivedAt(AT)
                .setAssessedAt(AT.minusSeconds(60))
                .setBodyHash("00ff")
                .setAnswers(answers())
                .build();
    }

    static PatientReferenced patientReferenced() {
        return PatientReferenced.newBuilder()
                .setEventId(EVENT)
                .setAssessmentId(ASSESSMENT)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setPatientReference("sample-patient")
                .setReceivedAt(AT)
                .build();
    }

    static UrgencyDecided urgencyDecided() {
        Finding finding = Finding.newBuilder()
                .setRule("CES-1")
                .setTitle("cauda equina syndrome")
                .setUrgency(Urgency.EMERGENCY)
                .setBecause(Arrays.asList(
                        new Because("neuro.bladder", "RETENTION"),
                        new Because("neuro.saddleNumbness", true),
                        new Because("pain.severity", 9),
                        new Because("pain.radiation", List.of("LEG")),
                        new Because("history.cancer", null)))
                .setQueues(List.of(Queue.EMERGENCY_DEPARTMENT, Queue.NEUROSURGERY))
                .setWorkUp("MRI at once")
                .setSources(List.of("S1.9"))
                .build();
        Decision decision = Decision.newBuilder()
                .setUrgency(Urgency.EMERGENCY)
                .setRulesetVersion("sample")
                .setRulesetHash("00ff")
                .setFindings(List.of(finding))
                .setReferrals(List.of(new ReferralRequest(Queue.NEUROSURGERY, Urgency.EMERGENCY, true)))
                .setUnansweredSafetyQuestions(List.of("history.cancer"))
                .setRegions(List.of(Region.LUMBAR))
                .setDurationClass(DurationClass.ACUTE)
                .setPattern(Pattern.RADICULAR)
                .setAdviceToClinic(List.of("Send to the emergency department."))
                .setAdviceToPatient(List.of("Go to the emergency department."))
                .build();
        return UrgencyDecided.newBuilder()
                .setEventId(EVENT)
                .setAssessmentId(ASSESSMENT)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setDecisionId(OTHER)
                .setLane(Lane.BULK)
                .setReceivedAt(AT)
                .setDecidedAt(AT.plusMillis(4))
                .setBodyHash("00ff")
                .setDecision(decision)
                .build();
    }

    static ShadowDisagreed shadowDisagreed() {
        return ShadowDisagreed.newBuilder()
                .setEventId(EVENT)
                .setAssessmentId(ASSESSMENT)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setDecisionId(OTHER)
                .setReceivedAt(AT)
                .setComparedAt(AT.plusMillis(40))
                .setActiveUrgency(Urgency.EMERGENCY)
                .setActiveRulesetVersion("sample")
                .setActiveRulesetHash("00ff")
                .setCandidateUrgency(Urgency.SOON)
                .setCandidateRulesetVersion("candidate")
                .setCandidateRulesetHash("ff00")
                .setRules(List.of("CES-1", "CANCER-3"))
                .build();
    }

    static ReferralChanged referralChanged() {
        return ReferralChanged.newBuilder()
                .setEventId(EVENT)
                .setAssessmentId(ASSESSMENT)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setReferralId(OTHER)
                .setQueue(Queue.NEUROSURGERY)
                .setEpisode(1)
                .setVersion(1)
                .setState(ReferralState.ROUTED)
                .setUrgency(Urgency.EMERGENCY)
                .setPrimary(true)
                .setRules(List.of("CES-1"))
                .setActor("referral-service")
                .setRoutedAt(AT)
                .setDueAt(AT.plusSeconds(900))
                .setChangedAt(AT)
                .build();
    }

    static AlertChanged alertChanged() {
        return AlertChanged.newBuilder()
                .setEventId(EVENT)
                .setAssessmentId(ASSESSMENT)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setAlertId(OTHER)
                .setEpisode(1)
                .setKind(AlertKind.EMERGENCY)
                .setVersion(2)
                .setState(AlertState.ACKNOWLEDGED)
                .setPreviousState(AlertState.NOTIFYING)
                .setUrgency(Urgency.EMERGENCY)
                .setRules(List.of("CES-1"))
                .setActor("oncall")
                .setRound(1)
                .setStep(1)
                .setRaisedAt(AT)
                .setReceivedAt(AT)
                .setDeliveredAt(AT.plusMillis(80))
                .setAcknowledgedBy("oncall")
                .setChangedAt(AT.plusSeconds(40))
                .build();
    }

    private static Answers answers() {
        return Answers.newBuilder()
                .setPatient(new PatientAnswers(52, SexAtBirth.MALE))
                .setPain(PainAnswers.newBuilder()
                        .setRegions(List.of(Region.LUMBAR))
                        .setSeverity(9)
                        .setDurationDays(2)
                        .setRadiation(List.of(Radiation.LEG))
                        .setUnremitting(false)
                        .build())
                .setNeuro(NeuroAnswers.newBuilder()
                        .setBladder(Bladder.RETENTION)
                        .setSaddleNumbness(true)
                        .build())
                .setSystemic(SystemicAnswers.newBuilder().build())
                .setReferred(ReferredAnswers.newBuilder().build())
                .setThoracicOutlet(ThoracicOutletAnswers.newBuilder().build())
                .setHistory(HistoryAnswers.newBuilder().build())
                .setTreatment(TreatmentAnswers.newBuilder().setTried(List.of()).build())
                .build();
    }
}
