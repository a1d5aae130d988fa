package io.dorsal.rules.decision;

/** How soon a patient needs care, the most urgent first; the order is part of the contract. */
public enum Urgency {
    EMERGENCY,
    URGENT,
    SOON,
    ROUTINE,
    SELF_CARE;

    /** Whether this is strictly more urgent than the other. */
    public boolean isMoreUrgentThan(Urgency other) {
        return compareTo(other) < 0;
    }

    /** The more urgent of the two. */
    public static Urgency mostUrgent(Urgency one, Urgency other) {
        return other.isMoreUrgentThan(one) ? other : one;
    }
}
