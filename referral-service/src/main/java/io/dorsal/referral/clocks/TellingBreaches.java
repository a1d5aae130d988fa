package io.dorsal.referral.clocks;

import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralStore;
import java.time.Instant;
import java.util.List;

/**
 * Tells of referrals whose due time has passed, each once: that it was told is written with the event, under the lock of
 * its assessment. A referral that was due while no instance ran is told by the next one that does.
 */
public final class TellingBreaches {

    static final int AT_A_TIME = 100;

    private final ReferralStore store;
    private final Announcements announcements;

    public TellingBreaches(ReferralStore store, Announcements announcements) {
        this.store = store;
        this.announcements = announcements;
    }

    /** Tells of some, the longest overdue first, in the transaction of its caller; empty once all are told. */
    public List<ReferralChange> tell(Instant now) {
        List<ReferralChange> breaches = store.holdOverdue(now, AT_A_TIME).stream()
                .flatMap(referral -> LifeCycle.breach(referral, now).stream())
                .toList();
        store.save(breaches);
        announcements.announce(breaches);
        return breaches;
    }
}
