package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import io.dorsal.schemas.identity.Identities;
import java.util.UUID;

/** Identifies a referral. Name-based, so that routing the same decision again arrives at the same referral. */
public record ReferralId(UUID value) {

    /** The id of an assessment's referral to a queue, in an episode counted from 1. */
    public static ReferralId of(AssessmentId assessment, Queue queue, int episode) {
        return new ReferralId(Identities.referralId(assessment.value(), queue.name(), episode));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
