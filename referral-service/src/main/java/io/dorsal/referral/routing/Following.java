package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AskedEnd;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralClock;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has the referrals of an assessment follow what is asked for. Each queue's referral changes at most once, a queue that
 * is asked for again aside, whose next episode opens. One that was redirected is followed to where it stands now, as long
 * as no more is asked for than what was redirected.
 *
 * @param before the assessment before the decision
 * @param standing what stands with the decision
 * @param isReceivedEarlier whether the decision sets the clocks back
 */
record Following(
        AssessmentCase before,
        Standing standing,
        boolean isReceivedEarlier,
        Origin origin,
        Targets targets,
        Instant now) {

    /** What changes so that exactly the queues that are asked for have an open referral, or one to be confirmed. */
    List<ReferralChange> asking() {
        return Stream.concat(asked(request -> true).stream(), noLongerAsked()).toList();
    }

    /** What changes as more is asked for than before: what was asked for before and is closed stays so. */
    List<ReferralChange> askingMoreThan(Standing known) {
        return asked(request -> !known.hasAskedFor(request));
    }

    /** What changes where nothing else is asked for: at most the clocks. */
    List<ReferralChange> keeping() {
        return isReceivedEarlier
                ? before.open().stream().map(this::receivedEarlier).toList()
                : List.of();
    }

    private ReferralChange receivedEarlier(Referral referral) {
        return ReferralChange.byThisService(
                referral.with(reset(referral, referral.urgency())),
                referral.state(),
                ChangeReason.RECEIVED_EARLIER,
                now);
    }

    private List<ReferralChange> asked(Predicate<ReferralRequest> opens) {
        List<ReferralChange> changes = new ArrayList<>();
        Set<Queue> revised = new HashSet<>();
        for (ReferralRequest request : standing.asked()) {
            Optional<Referral> holder = holder(request);
            if (holder.isPresent()) {
                Referral referral = holder.get();
                if (revised.add(referral.queue())) {
                    revise(referral, wanted(referral)).ifPresent(changes::add);
                }
            } else if (opens.test(request)) {
                changes.add(open(request));
            }
        }
        return changes;
    }

    /** The open referral that answers a request; empty where an episode has to begin. */
    private Optional<Referral> holder(ReferralRequest request) {
        Referral latest = before.referrals().get(request.queue());
        if (latest == null) {
            return Optional.empty();
        }
        return switch (latest.state()) {
            case ReferralState.Routed _, ReferralState.Accepted _, ReferralState.Scheduled _, ReferralState.NoShow _ ->
                Optional.of(latest);
            case ReferralState.Redirected _ ->
                request.saysMoreThan(latest.request()) ? Optional.empty() : before.redirectedFrom(request.queue());
            case ReferralState.Completed _,
                    ReferralState.Returned _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> Optional.empty();
        };
    }

    /** All that a referral has to answer, in one request. */
    private ReferralRequest wanted(Referral referral) {
        return standing.asked().stream()
                .filter(request -> holder(request).filter(referral::equals).isPresent())
                .sorted(Comparator.comparing(request -> request.queue() != referral.queue()))
                .map(request -> request.toQueue(referral.queue()))
                .reduce(ReferralRequest::and)
                .orElse(referral.request());
    }

    private ReferralChange open(ReferralRequest request) {
        Referral latest = before.referrals().get(request.queue());
        Referral opened = Referral.opened(
                before.id(),
                origin,
                latest == null ? 1 : latest.episode() + 1,
                standing.revision(),
                request,
                now,
                ReferralClock.due(due(request.urgency())));
        return ReferralChange.byThisService(opened, null, ChangeReason.DECIDED, now);
    }

    private Optional<ReferralChange> revise(Referral referral, ReferralRequest request) {
        boolean isDueAsBefore = request.urgency() == referral.urgency() && !isReceivedEarlier;
        boolean isToBeWithdrawn = referral.toConfirm() == AskedEnd.WITHDRAWAL;
        if (isDueAsBefore && !isToBeWithdrawn && referral.request().equals(request)) {
            return Optional.empty();
        }
        ReferralClock clock = isDueAsBefore ? referral.clock() : reset(referral, request.urgency());
        Referral revised = referral.asking(request, standing.revision(), clock);
        return Optional.of(ReferralChange.byThisService(revised, referral.state(), reason(referral, request), now));
    }

    /** What is more urgent does not stand still. */
    private ReferralClock reset(Referral referral, Urgency urgency) {
        ReferralClock clock =
                urgency.isMoreUrgentThan(referral.urgency()) ? referral.clock().resumed(now) : referral.clock();
        return clock.dueBy(due(urgency));
    }

    private @Nullable Instant due(Urgency urgency) {
        return targets.due(urgency, standing.firstReceivedAt());
    }

    private ChangeReason reason(Referral before, ReferralRequest request) {
        if (before.request().equals(request)) {
            return isReceivedEarlier ? ChangeReason.RECEIVED_EARLIER : ChangeReason.ASKED_FOR_AGAIN;
        }
        if (request.urgency() == before.urgency()) {
            return ChangeReason.FINDINGS_CHANGED;
        }
        return request.urgency().isMoreUrgentThan(before.urgency())
                ? ChangeReason.URGENCY_RAISED
                : ChangeReason.URGENCY_LOWERED;
    }

    /** What stands for no queue any more that is asked for; what was returned to the clinic is answered by that. */
    private Stream<ReferralChange> noLongerAsked() {
        return before.referrals().values().stream()
                .filter(referral -> standing.asked().stream().noneMatch(request -> referral.standsFor(request.queue())))
                .sorted(Comparator.comparing(Referral::queue))
                .flatMap(referral -> LifeCycle.withdraw(referral, standing.revision(), now).stream());
    }
}
