package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.vocabulary.AnswerValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds decisions for tests; what a test does not say has a default. */
final class DecisionBuilder {

    static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");

    private AssessmentId assessment = new AssessmentId(UUID.randomUUID());
    private int revision = 1;
    private Instant receivedAt = RECEIVED;
    private String bodyHash = "body";
    private final List<Referral> referrals = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Urgency urgency = Urgency.SELF_CARE;
    private boolean synthetic;

    static DecisionBuilder aDecision() {
        return new DecisionBuilder();
    }

    DecisionBuilder about(AssessmentId id) {
        assessment = id;
        return this;
    }

    DecisionBuilder ofRevision(int number) {
        revision = number;
        return this;
    }

    DecisionBuilder receivedAt(Instant time) {
        receivedAt = time;
        return this;
    }

    DecisionBuilder withBody(String hash) {
        bodyHash = hash;
        return this;
    }

    DecisionBuilder synthetic() {
        synthetic = true;
        return this;
    }

    DecisionBuilder asking(Queue queue, Urgency asked, String... rules) {
        referrals.add(new Referral(queue, asked, referrals.isEmpty()));
        for (String rule : rules) {
            findings.add(finding(rule, asked, queue));
        }
        urgency = Urgency.mostUrgent(urgency, asked);
        return this;
    }

    DecidedRevision build() {
        if (findings.isEmpty()) {
            findings.add(finding("SELFCARE-1", Urgency.SELF_CARE));
        }
        Decision decision = new Decision(
                urgency,
                "1",
                "hash",
                findings,
                referrals,
                List.of(),
                List.of(),
                List.of(),
                List.of("LUMBAR"),
                DurationClass.ACUTE,
                Pattern.UNCLASSIFIED,
                List.of(),
                List.of());
        return new DecidedRevision(
                assessment,
                revision,
                new UUID(0, revision),
                new Origin("north", "metro", synthetic),
                receivedAt,
                receivedAt,
                bodyHash,
                decision);
    }

    private static Finding finding(String rule, Urgency urgency, Queue... queues) {
        List<Because> because = List.of(new Because("pain.severity", new AnswerValue.Whole(7)));
        return new Finding(rule, rule, urgency, because, List.of(queues), "MRI", List.of("S1"), false);
    }
}
