package io.dorsal.referral.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the referrals. Each call is part of the transaction of its caller. */
public interface ReferralStore {

    /** Locks the assessment of a referral and reads it; empty where there is none, or none in sight. */
    Optional<HeldReferral> hold(ReferralId id, Visibility visibility);

    /** Locks the assessments of the referrals whose due time passed first and was not told, and reads these referrals. */
    List<Referral> holdOverdue(Instant now, int limit);

    /** What somebody did to arrive at a version; empty where nobody did anything, or there is no such version. */
    Optional<Deed> deed(ReferralId id, long version);

    /** Writes referrals and history, in the order in which it happened. */
    void save(List<ReferralChange> changes);
}
