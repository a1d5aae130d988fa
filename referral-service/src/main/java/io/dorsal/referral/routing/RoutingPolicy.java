package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what a decision changes. Decisions may come late, twice and out of order: whatever their order, the referrals
 * that are open in the end are those that the newest revision asks for.
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
            return follow(before, decision, Verdict.APPLIED, asked, false, now);
        }
        Verdict verdict = judge(before, known, decision);
        Standing standing = switch (verdict) {
            case APPLIED, CONFLICT_WON -> asked.receivedFirstWith(known);
            case RAISED -> known.raisedTo(asked.urgency()).receivedFirstWith(asked);
            case REPEATED, OUTDATED, CONFLICT_LOST -> known.receivedFirstWith(asked);
        };
        boolean isReceivedEarlier = standing.firstReceivedAt().isBefore(known.firstReceivedAt());
        return follow(before, decision, verdict, standing, isReceivedEarlier, now);
    }

    private static Verdict judge(AssessmentCase before, Standing known, DecidedRevision decision) {
        Standing asked = decision.standing();
        if (asked.revision() != known.revision()) {
            return asked.revision() > known.revision() ? Verdict.APPLIED : Verdict.OUTDATED;
        }
        if (asked.bodyHash().equals(known.bodyHash())) {
            return raises(before, known, decision) ? Verdict.RAISED : Verdict.REPEATED;
        }
        return asked.outranks(known) ? Verdict.CONFLICT_WON : Verdict.CONFLICT_LOST;
    }

    /** Whether a decision about the same body asks for more than is open: a rule had failed, or rules have changed. */
    private static boolean raises(AssessmentCase before, Standing known, DecidedRevision decision) {
        return decision.urgency().isMoreUrgentThan(known.urgency())
                || decision.requests().stream()
                        .anyMatch(request -> before.openIn(request.queue())
                                .filter(referral -> !request.urgency().isMoreUrgentThan(referral.urgency()))
                                .isEmpty());
    }

    private Routing follow(
            AssessmentCase before,
            DecidedRevision decision,
            Verdict verdict,
            Standing standing,
            boolean isReceivedEarlier,
            Instant now) {
        boolean stands = switch (verdict) {
            case APPLIED, CONFLICT_WON -> true;
            case RAISED -> standing.urgency() == decision.urgency();
            case REPEATED, OUTDATED, CONFLICT_LOST -> false;
        };
        List<ReferralRequest> requests = switch (verdict) {
            case APPLIED, CONFLICT_WON -> decision.requests();
            case RAISED ->
                stands
                        ? merged(decision.requests(), before.requests())
                        : merged(before.requests(), decision.requests());
            case REPEATED, OUTDATED, CONFLICT_LOST -> before.requests();
        };
        List<ReferralChange> changes = new Following(
                        before,
                        standing,
                        isReceivedEarlier,
                        decision.origin(),
                        targets.of(decision.origin().networkId()),
                        now)
                .asking(requests);
        return new Routing(verdict, before.after(standing, changes), changes, stands);
    }

    /**
     * What two decisions about the same body ask for together. Nothing is withdrawn and no urgency lowered, since there
     * is no newer revision; where they agree on the urgency of a queue, the first one says why, and what comes first.
     */
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
