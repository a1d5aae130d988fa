package io.dorsal.referral.lifecycle;

import java.util.List;

/** Tells the world of changes, in their order, if and only if the transaction that made them commits. */
public interface Announcements {

    /** Announces the changes once the current transaction has committed. */
    void announce(List<ReferralChange> changes);
}
