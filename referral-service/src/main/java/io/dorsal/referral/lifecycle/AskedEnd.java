package io.dorsal.referral.lifecycle;

/** An end of a referral that a specialist has to confirm, having taken it on; the names are public API. */
public enum AskedEnd {
    /** A newer revision no longer asks for it. */
    WITHDRAWAL,
    /** The clinic gives it up. */
    CANCELLATION
}
