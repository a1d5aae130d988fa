package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What triage decided about one revision of an assessment.
 *
 * @param revision from 1
 * @param receivedAt when the revision was accepted from the clinic; the first receipt of all revisions starts the clocks
 * @param bodyHash tells apart two bodies that came in under one id and revision
 * @param decision asks for a queue at most once
 */
public record DecidedRevision(
        AssessmentId assessmentId,
        int revision,
        UUID decisionId,
        Origin origin,
        Instant receivedAt,
        Instant decidedAt,
        String bodyHash,
        Decision decision) {

    public DecidedRevision {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
        long queues =
                decision.referrals().stream().map(Referral::queue).distinct().count();
        if (queues < decision.referrals().size()) {
            throw new IllegalArgumentException("a decision asks for a queue only once");
        }
    }

    /** The most urgent of the findings. */
    public Urgency urgency() {
        return decision.urgency();
    }

    /** What the decision asks for, in its order. */
    public List<ReferralRequest> requests() {
        return decision.referrals().stream().map(this::request).toList();
    }

    private ReferralRequest request(Referral referral) {
        return new ReferralRequest(
                referral.queue(), referral.urgency(), referral.primary(), rulesNaming(referral.queue()));
    }

    private List<String> rulesNaming(Queue queue) {
        return decision.findings().stream()
                .filter(finding -> finding.queues().contains(queue))
                .map(Finding::rule)
                .toList();
    }

    Standing standing() {
        return new Standing(revision, bodyHash, urgency(), receivedAt, requests());
    }

    DecidedBody body() {
        return new DecidedBody(assessmentId, revision, bodyHash, urgency());
    }
}
