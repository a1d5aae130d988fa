package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.Referral;

/** Has operations told of a queue whose sites are not enough. */
@FunctionalInterface
public interface RiskAnnouncements {

    /**
     * Announces it once the current transaction has committed.
     *
     * @param first of those at risk, the one that goes first
     */
    void announce(QueueRisk risk, Referral first);
}
