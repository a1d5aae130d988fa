package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the referrals of an assessment follow what is asked for. Each queue's referral changes at most once, a queue that
 * is asked for again aside, whose next episode opens.
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

    /** What changes so that exactly these queues have an open referral. */
    List<ReferralChange> asking(List<ReferralRequest> requests) {
        List<ReferralChange> changes = new ArrayList<>();
        Set<Queue> asked = EnumSet.noneOf(Queue.class);
        for (ReferralRequest request : requests) {
            asked.add(request.queue());
            ask(before.referrals().get(request.queue()), request).ifPresent(changes::add);
        }
        before.open().stream()
                .filter(referral -> !asked.contains(referral.queue()))
                .map(this::withdraw)
                .forEach(changes::add);
        return changes;
    }

    private Optional<ReferralChange> ask(@Nullable Referral latest, ReferralRequest request) {
        if (latest == null) {
            return Optional.of(open(1, request));
        }
        return switch (latest.state()) {
            case ReferralState.Routed _ -> revise(latest, request);
            case ReferralState.Withdrawn _ -> Optional.of(open(latest.episode() + 1, request));
        };
    }

    private ReferralChange open(int episode, ReferralRequest request) {
        Referral opened = new Referral(
                ReferralId.of(before.id(), request.queue(), episode),
                before.id(),
                origin,
                episode,
                standing.revision(),
                request,
                new ReferralState.Routed(),
                now,
                due(request.urgency()),
                1);
        return ReferralChange.byThisService(opened, null, ChangeReason.DECIDED, now);
    }

    private Optional<ReferralChange> revise(Referral referral, ReferralRequest request) {
        boolean isDueAsBefore = request.urgency() == referral.urgency() && !isReceivedEarlier;
        if (isDueAsBefore && referral.request().equals(request)) {
            return Optional.empty();
        }
        Instant due = isDueAsBefore ? referral.dueAt() : due(request.urgency());
        Referral revised = referral.asking(request, standing.revision(), due);
        return Optional.of(ReferralChange.byThisService(revised, referral.state(), reason(referral, request), now));
    }

    private @Nullable Instant due(Urgency urgency) {
        return targets.due(urgency, standing.firstReceivedAt());
    }

    private static ChangeReason reason(Referral before, ReferralRequest request) {
        if (before.request().equals(request)) {
            return ChangeReason.RECEIVED_EARLIER;
        }
        if (request.urgency() == before.urgency()) {
            return ChangeReason.FINDINGS_CHANGED;
        }
        return request.urgency().isMoreUrgentThan(before.urgency())
                ? ChangeReason.URGENCY_RAISED
                : ChangeReason.URGENCY_LOWERED;
    }

    private ReferralChange withdraw(Referral referral) {
        Referral withdrawn = referral.in(new ReferralState.Withdrawn(), standing.revision());
        return ReferralChange.byThisService(withdrawn, referral.state(), ChangeReason.NO_LONGER_ASKED_FOR, now);
    }
}
