package io.dorsal.referral.lifecycle;

import java.time.Instant;
import java.util.List;

/** Chooses the sites of referrals that come into a queue, or are asked for otherwise, before they are written. */
@FunctionalInterface
public interface Placing {

    /** Chooses none. */
    Placing NOWHERE = (changes, now) -> changes;

    /** The same changes, with sites chosen. Part of the transaction of its caller, which it never makes fail. */
    List<ReferralChange> place(List<ReferralChange> changes, Instant now);
}
