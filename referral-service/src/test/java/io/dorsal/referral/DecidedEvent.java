package io.dorsal.referral;

import io.dorsal.events.Because;
import io.dorsal.events.Decision;
import io.dorsal.events.DurationClass;
import io.dorsal.events.Finding;
import io.dorsal.events.Lane;
import io.dorsal.events.Pattern;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralRequest;
import io.dorsal.events.Region;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.identity.Identities;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds decisions as they come over the topic; what a test does not say has a default. */
final class DecidedEvent {

    private final UUID assessmentId;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ReferralRequest> referrals = new ArrayList<>();
    private int revision = 1;
    private String clinic = "north";
    private String network = "metro";
    private boolean synthetic;
    private Instant receivedAt = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    private String bodyHash = "body";
    private Urgency urgency = Urgency.SELF_CARE;

    private DecidedEvent(UUID assessmentId) {
        this.assessmentId = assessmentId;
    }

    static DecidedEvent about(UUID assessmentId) {
        return new DecidedEvent(assessmentId);
    }

    UUID assessmentId() {
        return assessmentId;
    }

    DecidedEvent revision(int number) {
        revision = number;
        return this;
    }

    DecidedEvent from(String clinicId, String networkId) {
        clinic = clinicId;
        network = networkId;
        return this;
    }

    DecidedEvent synthetic() {
        synthetic = true;
        return this;
    }

    DecidedEvent receivedAt(Instant time) {
        receivedAt = time.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    DecidedEvent body(String hash) {
        bodyHash = hash;
        return this;
    }

    DecidedEvent asking(Queue queue, Urgency asked, String rule) {
        referrals.add(new ReferralRequest(queue, asked, referrals.isEmpty()));
        findings.add(Finding.newBuilder()
                .setRule(rule)
                .setTitle("title of " + rule)
                .setUrgency(asked)
                .setBecause(List.of(new Because("neuro.bladder", "RETENTION"), new Because("pain.trigger", null)))
                .setQueues(List.of(queue))
                .setWorkUp("MRI")
                .setSources(List.of("S1.9"))
                .build());
        urgency = asked.compareTo(urgency) < 0 || asked == Urgency.UNRECOGNISED ? asked : urgency;
        return this;
    }

    UrgencyDecided build() {
        if (findings.isEmpty()) {
            findings.add(Finding.newBuilder()
                    .setRule("SELFCARE-1")
                    .setTitle("mild")
                    .setUrgency(Urgency.SELF_CARE)
                    .setBecause(List.of())
                    .setQueues(List.of())
                    .setSources(List.of("S1"))
                    .build());
        }
        return UrgencyDecided.newBuilder()
                .setEventId(Identities.eventId(UrgencyDecided.class, assessmentId, revision))
                .setAssessmentId(assessmentId)
                .setRevision(revision)
                .setClinicId(clinic)
                .setNetworkId(network)
                .setSynthetic(synthetic)
                .setDecisionId(Identities.decisionId(assessmentId, revision))
                .setLane(Lane.INTERACTIVE)
                .setReceivedAt(receivedAt)
                .setDecidedAt(receivedAt)
                .setBodyHash(bodyHash)
                .setDecision(Decision.newBuilder()
                        .setUrgency(urgency)
                        .setRulesetVersion("1")
                        .setRulesetHash("hash")
                        .setFindings(findings)
                        .setReferrals(referrals)
                        .setUnansweredSafetyQuestions(List.of())
                        .setRegions(List.of(Region.LUMBAR))
                        .setDurationClass(DurationClass.ACUTE)
                        .setPattern(Pattern.UNCLASSIFIED)
                        .setAdviceToClinic(List.of())
                        .setAdviceToPatient(List.of())
                        .build())
                .build();
    }
}
