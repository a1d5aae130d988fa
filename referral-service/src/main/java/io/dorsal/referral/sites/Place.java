package io.dorsal.referral.sites;

import io.dorsal.rules.decision.Queue;

/** A queue at one of its sites. */
public record Place(Queue queue, String site) {}
