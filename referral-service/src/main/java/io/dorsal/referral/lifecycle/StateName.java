package io.dorsal.referral.lifecycle;

/** The names of all states that a referral can be in; public API. */
public enum StateName {
    /** In its queue. */
    ROUTED(true),
    /** Taken on by a specialist. */
    ACCEPTED(true),
    /** With an appointment. */
    SCHEDULED(true),
    /** Seen, with an outcome. */
    COMPLETED(false),
    /** Back with the clinic, with a reason. */
    RETURNED(false),
    /** Moved on to another queue. */
    REDIRECTED(false),
    /** No longer asked for by a newer revision. */
    WITHDRAWN(false),
    /** Given up by the clinic. */
    CANCELLED(false),
    /** The patient did not come, and may be scheduled again. */
    NO_SHOW(true);

    private final boolean isOpen;

    StateName(boolean isOpen) {
        this.isOpen = isOpen;
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return isOpen;
    }
}
