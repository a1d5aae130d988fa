package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A referral that nobody else changes until the transaction ends.
 *
 * @param latest the latest episode in each queue of its assessment, which nobody else changes either
 */
public record HeldReferral(Referral referral, Map<Queue, Referral> latest) implements LatestReferrals {

    public HeldReferral {
        latest = Map.copyOf(latest);
    }

    /** A referral among the latest of its assessment. */
    public static HeldReferral of(Referral referral, Collection<Referral> latest) {
        return new HeldReferral(
                referral, latest.stream().collect(Collectors.toMap(Referral::queue, Function.identity())));
    }

    @Override
    public Optional<Referral> in(Queue queue) {
        return Optional.ofNullable(latest.get(queue));
    }
}
