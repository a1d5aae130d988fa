package io.dorsal.referral.routing;

/** What a decision means, given the one that stood before. */
public enum Verdict {
    /** The first of its assessment, or a newer revision: referrals follow it now. */
    APPLIED,
    /** The decision that stands already; nothing changes. */
    REPEATED,
    /** Another decision about the body that stands, which asks for more: queues are added, urgencies raised. */
    RAISED,
    /** An older revision; older news never overwrites newer. The clocks alone may go back to its receipt. */
    OUTDATED,
    /** Another body under the same revision, more urgent than the one that stood: referrals follow it now. */
    CONFLICT_WON,
    /** Another body under the same revision, not more urgent than the one that stands; nothing changes. */
    CONFLICT_LOST;
}
