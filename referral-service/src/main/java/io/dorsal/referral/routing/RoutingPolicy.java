package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what a decision changes. Decisions may come late, twice and out of order: whatever their order, the referrals
 * that are open in the end are those that the newest revision asks for, but for those that people have closed or moved.
 */
public final class RoutingPolicy {

    private final NetworkTargets targets;

    public RoutingPolicy(NetworkTargets targets) {
        this.targets = targets;
    }

    /** Routes a decision about an assessment that stands as given. */
    public Routing route(AssessmentCase before, DecidedRevision decision, Instant now) {
        Standing asked = decision.standing();
        Standing known = before.standing();
        if (known == null) {
            return routed(
                    before,
                    decision,
                    Verdict.APPLIED,
                    asked,
                    following(before, decision, asked, false, now).asking());
        }
        Verdict verdict = judge(known, decision);
        Standing standing = switch (verdict) {
            case APPLIED, CONFLICT_WON -> asked.receivedFirstWith(known);
            case RAISED ->
                known.raisedTo(asked.urgency(), together(known, asked)).receivedFirstWith(asked);
            case REPEATED, OUTDATED, CONFLICT_LOST -> known.receivedFirstWith(asked);
        };
        boolean isReceivedEarlier = standing.firstReceivedAt().isBefore(known.firstReceivedAt());
        Following following = following(before, decision, standing, isReceivedEarlier, now);
        return routed(
                before,
                decision,
                verdict,
                standing,
                switch (verdict) {
                    case APPLIED, CONFLICT_WON -> following.asking();
                    case RAISED -> following.askingMoreThan(known);
                    case REPEATED, OUTDATED, CONFLICT_LOST -> following.keeping();
                });
    }

    private static Verdict judge(Standing known, DecidedRevision decision) {
        Standing asked = decision.standing();
        if (asked.revision() != known.revision()) {
            return asked.revision() > known.revision() ? Verdict.APPLIED : Verdict.OUTDATED;
        }
        if (asked.bodyHash().equals(known.bodyHash())) {
            return raises(known, decision) ? Verdict.RAISED : Verdict.REPEATED;
        }
        return asked.outranks(known) ? Verdict.CONFLICT_WON : Verdict.CONFLICT_LOST;
    }

    /** Whether a decision about the same body asks for more than was asked: a rule had failed, or rules have changed. */
    private static boolean raises(Standing known, DecidedRevision decision) {
        return decision.urgency().isMoreUrgentThan(known.urgency())
                || decision.requests().stream().anyMatch(request -> !known.hasAskedFor(request));
    }

    private Following following(
            AssessmentCase before,
            DecidedRevision decision,
            Standing standing,
            boolean isReceivedEarlier,
            Instant now) {
        return new Following(
                before,
                standing,
                isReceivedEarlier,
                decision.origin(),
                targets.of(decision.origin().networkId()),
                now);
    }

    private static Routing routed(
            AssessmentCase before,
            DecidedRevision decision,
            Verdict verdict,
            Standing standing,
            List<ReferralChange> changes) {
        boolean stands = switch (verdict) {
            case APPLIED, CONFLICT_WON -> true;
            case RAISED -> standing.urgency() == decision.urgency();
            case REPEATED, OUTDATED, CONFLICT_LOST -> false;
        };
        return new Routing(verdict, before.after(standing, changes), changes, stands);
    }

    /**
     * What two decisions about the same body ask for together. Nothing is withdrawn and no urgency lowered, since there
     * is no newer revision; where they agree on the urgency of a queue, the more urgent one says why, and what comes
     * first, and of equally urgent ones the later.
     */
    private static List<ReferralRequest> together(Standing known, Standing asked) {
        boolean isLed = !known.urgency().isMoreUrgentThan(asked.urgency());
        return isLed ? merged(asked.asked(), known.asked()) : merged(known.asked(), asked.asked());
    }

    private static List<ReferralRequest> merged(List<ReferralRequest> first, List<ReferralRequest> second) {
        Map<Queue, ReferralRequest> merged = new LinkedHashMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(request -> merged.merge(
                        request.queue(),
                        request,
                        (one, other) -> other.urgency().isMoreUrgentThan(one.urgency()) ? other : one));
        Optional<Queue> primary = Stream.concat(first.stream(), second.stream())
                .filter(ReferralRequest::primary)
                .map(ReferralRequest::queue)
                .findFirst();
        return merged.values().stream()
                .map(request ->
                        request.ranked(primary.filter(request.queue()::equals).isPresent()))
                .toList();
    }
}
