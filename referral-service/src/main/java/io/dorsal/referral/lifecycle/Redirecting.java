package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves a referral on to another queue. Its clock goes with it; where the other queue has an open referral of the same
 * assessment, they become one, of the more urgent urgency and the earlier due time.
 */
record Redirecting(Referral referral, LatestReferrals latest, Deed deed, Instant now) {

    Taking to(Queue queue) {
        List<Queue> possible = Arrays.stream(Queue.values())
                .filter(other -> !referral.standsFor(other))
                .toList();
        if (!possible.contains(queue)) {
            return new Taking.LoopRefused(possible);
        }
        ReferralChange gone = new ReferralChange(
                referral.in(new ReferralState.Redirected(queue)), referral.state(), ChangeReason.REDIRECTED, deed, now);
        ReferralChange come = latest.in(queue)
                .filter(other -> other.state().isOpen())
                .map(this::merge)
                .orElseGet(() -> open(queue));
        return new Taking.Taken(List.of(gone, come));
    }

    private ReferralChange open(Queue queue) {
        int episode = latest.in(queue).map(closed -> closed.episode() + 1).orElse(1);
        Referral opened = Referral.opened(
                        referral.assessmentId(),
                        referral.origin(),
                        episode,
                        referral.revision(),
                        referral.request().toQueue(queue),
                        referral.routedAt(),
                        referral.clock())
                .onPath(path(List.of()));
        return new ReferralChange(opened, null, ChangeReason.REDIRECTED_HERE, deed, now);
    }

    private ReferralChange merge(Referral other) {
        Instant routedAt = referral.routedAt().isBefore(other.routedAt()) ? referral.routedAt() : other.routedAt();
        Referral merged = other.asking(
                        other.request().and(referral.request()),
                        other.revision(),
                        other.clock().resumed(now).orEarlier(referral.clock().resumed(now)))
                .onPath(path(other.path()))
                .routedAt(routedAt);
        return new ReferralChange(merged, other.state(), ChangeReason.MERGED, deed, now);
    }

    private List<Queue> path(List<Queue> others) {
        Set<Queue> path = new LinkedHashSet<>(others);
        path.addAll(referral.path());
        path.add(referral.queue());
        return List.copyOf(path);
    }
}
