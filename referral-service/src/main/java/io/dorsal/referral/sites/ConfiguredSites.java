package io.dorsal.referral.sites;

/** The sites of the file that the service was started with. */
public record ConfiguredSites(Sites sites) {}
