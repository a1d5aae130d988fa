package io.dorsal.referral.lifecycle;

/** The two sides of a referral. */
public enum Party {
    /** Who refers. */
    CLINIC,
    /** Who is referred to. */
    SPECIALIST
}
