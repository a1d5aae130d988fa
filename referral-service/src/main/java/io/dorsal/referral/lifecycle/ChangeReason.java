package io.dorsal.referral.lifecycle;

/** What changed a referral; the names are public API. */
public enum ChangeReason {
    /** A decision asks for the queue. */
    DECIDED,
    /** A newer revision, or another decision of the same, asks for the queue more urgently. */
    URGENCY_RAISED,
    /** A newer revision asks for the queue less urgently. */
    URGENCY_LOWERED,
    /** A decision asks for the queue as urgently as before, for other rules or in another rank. */
    FINDINGS_CHANGED,
    /** A newer revision no longer asks for the queue: it is withdrawn or, once taken on, asked to be. */
    NO_LONGER_ASKED_FOR,
    /** A newer revision asks again for the queue, before the withdrawal was confirmed. */
    ASKED_FOR_AGAIN,
    /** An older revision came late: it had been received before all others, and the clocks start there. */
    RECEIVED_EARLIER,
    /** The due time has passed. */
    BREACHED,
    /** A specialist has taken it on. */
    ACCEPTED,
    /** The patient has an appointment, or another one. */
    SCHEDULED,
    /** The patient did not come. */
    NO_SHOW,
    /** The patient was seen. */
    COMPLETED,
    /** It went back to the clinic. */
    RETURNED,
    /** It went on to another queue. */
    REDIRECTED,
    /** It came from another queue. */
    REDIRECTED_HERE,
    /** One that came from another queue was taken into it. */
    MERGED,
    /** The clinic has given it up. */
    CANCELLED,
    /** The clinic wants to give it up, and a specialist has to confirm. */
    CANCELLATION_ASKED,
    /** A specialist has confirmed that the clinic gives it up. */
    CANCELLATION_CONFIRMED,
    /** A specialist has confirmed that it is no longer asked for. */
    WITHDRAWAL_CONFIRMED,
    /** Its clock stands still. */
    PAUSED,
    /** Its clock goes on before the pause was over. */
    RESUMED
}
