package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads referrals, always within what the caller may see. Synthetic ones are on no list. */
public interface Worklists {

    /** How the queues stand in which something is open. */
    List<QueueSummary> summaries(Visibility visibility, Instant now);

    /** Lines of a worklist in its order. */
    List<Line> page(WorklistQuery query, Visibility visibility);

    /** One referral; empty where there is none, or none that the caller may see. */
    Optional<ReferralFile> find(ReferralId id, Visibility visibility);
}
