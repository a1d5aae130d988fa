package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.rules.decision.Queue;
import java.util.List;

/** Keeps which queues have been told to be at risk. Each call is part of the transaction of its caller. */
public interface RiskBook {

    /** Of each queue in which a referral waits that no site can see in time, the one that goes first. */
    List<Referral> firstAtRisk();

    /** The risks that were told, and last. */
    List<QueueRisk> told();

    /** Notes that a risk is told; false where another was first. */
    boolean begin(QueueRisk risk);

    /** Notes since when nobody is at risk any more, or that somebody is again. */
    void update(QueueRisk risk);

    /** Forgets a risk: the next one is told. */
    void end(Queue queue);
}
