package io.dorsal.referral.lifecycle;

/** Why a site was chosen, or none; the names are public API. */
public enum SiteReason {
    /** An emergency: the site is open before somebody has to have accepted it. */
    OPEN_IN_TIME,
    /** Of the sites that can see the patient in time, the one whose slots are taken least. */
    LEAST_LOADED,
    /** No other site can see the patient in time. */
    ONLY_ONE_IN_TIME,
    /** Chosen before, and still able to see the patient in time. */
    STILL_IN_TIME,
    /** No site can see the patient in time: routed without one, and at risk. */
    NO_SITE_IN_TIME,
    /** The choice failed: routed without a site rather than late. */
    NOT_CHOSEN
}
