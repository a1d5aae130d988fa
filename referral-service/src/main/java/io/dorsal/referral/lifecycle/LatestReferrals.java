package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.util.Optional;

/** The latest episode in each queue of an assessment. */
@FunctionalInterface
public interface LatestReferrals {

    /** That of a queue; empty where the assessment was never in it. */
    Optional<Referral> in(Queue queue);
}
