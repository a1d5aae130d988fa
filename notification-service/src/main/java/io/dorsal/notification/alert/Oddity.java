package io.dorsal.notification.alert;

/** Something about a revision that operations must be told of, beside what is told to on-call staff. */
public enum Oddity {
    TWO_BODIES("two bodies under one revision: the more urgent counts"),
    UNRECOGNISED_URGENCY("an urgency that is not known here: handled as an emergency");

    private final String headline;

    Oddity(String headline) {
        this.headline = headline;
    }

    /** What is odd, in a few words. */
    public String headline() {
        return headline;
    }
}
