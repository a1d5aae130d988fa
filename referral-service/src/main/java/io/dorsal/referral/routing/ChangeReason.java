package io.dorsal.referral.routing;

/** Why a referral changed; the names are public API. */
public enum ChangeReason {
    /** A decision asks for the queue. */
    DECIDED,
    /** A newer revision, or another decision of the same, asks for the queue more urgently. */
    URGENCY_RAISED,
    /** A newer revision asks for the queue less urgently. */
    URGENCY_LOWERED,
    /** A decision asks for the queue as urgently as before, for other rules or in another rank. */
    FINDINGS_CHANGED,
    /** A newer revision no longer asks for the queue. */
    NO_LONGER_ASKED_FOR,
    /** An older revision came late: it had been received before all others, and the clocks start there. */
    RECEIVED_EARLIER
}
