package io.dorsal.notification.alert;

import java.util.Comparator;

/** How soon a patient needs care, most urgent first. One that cannot be recognised counts as an emergency. */
public enum Urgency {
    EMERGENCY,
    URGENT,
    SOON,
    ROUTINE,
    SELF_CARE,
    UNRECOGNISED;

    /** Most urgent first. */
    public static final Comparator<Urgency> MOST_URGENT_FIRST = Comparator.comparingInt(Urgency::rank);

    /** True if on-call staff must be told. */
    public boolean isEmergency() {
        return this == EMERGENCY || this == UNRECOGNISED;
    }

    /** True if this is strictly more urgent. */
    public boolean isMoreUrgentThan(Urgency other) {
        return rank() < other.rank();
    }

    private int rank() {
        return switch (this) {
            case EMERGENCY, UNRECOGNISED -> 0;
            case URGENT -> 1;
            case SOON -> 2;
            case ROUTINE -> 3;
            case SELF_CARE -> 4;
        };
    }
}
