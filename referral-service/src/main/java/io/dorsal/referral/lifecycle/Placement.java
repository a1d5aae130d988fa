package io.dorsal.referral.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * The site that was chosen for a referral, and why.
 *
 * @param site its id; null where none was chosen
 * @param taken how many go before the patient there until due; at all sites together where none was chosen
 * @param slots how many can be seen there until due; in an emergency, in a week
 * @param atVersion the version of the referral at which it was chosen
 */
public record Placement(@Nullable String site, SiteReason reason, int taken, int slots, long atVersion) {

    /** A referral that has to go without a site, since the choice failed. */
    public static Placement notChosen(long atVersion) {
        return new Placement(null, SiteReason.NOT_CHOSEN, 0, 0, atVersion);
    }

    /** Why, in words. */
    public String explanation() {
        return switch (reason) {
            case OPEN_IN_TIME ->
                "%s is open in time, with %d going before and %d slots a week.".formatted(site, taken, slots);
            case LEAST_LOADED ->
                "Of the sites that can see the patient in time, %s is taken least: %d of %d slots until due."
                        .formatted(site, taken, slots);
            case ONLY_ONE_IN_TIME ->
                "Only %s can see the patient in time: %d of %d slots until due are taken."
                        .formatted(site, taken, slots);
            case STILL_IN_TIME ->
                "%s can still see the patient in time: %d of %d slots until due are taken."
                        .formatted(site, taken, slots);
            case NO_SITE_IN_TIME ->
                "No site can see the patient in time: %d go before, for %d slots until due.".formatted(taken, slots);
            case NOT_CHOSEN -> "No site could be chosen; the referral did not wait for that.";
        };
    }
}
