package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a decision changes. Decisions may come late, twice and out of order: whatever their order, the referrals
 * that are open in the end are those that the newest revision asks for.
 */
public final class RoutingPolicy {

    private final Targets targets;

    public RoutingPolicy(Targets targets) {
        this.targets = targets;
    }

    /** Routes a decision about an assessment that stands as given. */
    public Routing route(AssessmentCase before, DecidedRevision decision, Instant now) {
        Standing asked = decision.standing();
        Standing standing = before.standing();
        Verdict verdict = judge(standing, asked);
        List<ReferralChange> changes = verdict.isFollowed() ? follow(before, decision, now) : List.of();
        AssessmentCase after = verdict.isFollowed() ? before.after(decision, changes) : before;
        return new Routing(verdict, after, changes, conflict(verdict, before.id(), standing, asked, now));
    }

    private static Verdict judge(@Nullable Standing standing, Standing asked) {
        if (standing == null || asked.revision() > standing.revision()) {
            return Verdict.APPLIED;
        }
        if (asked.revision() < standing.revision()) {
            return Verdict.OUTDATED;
        }
        if (asked.bodyHash().equals(standing.bodyHash())) {
            return Verdict.REPEATED;
        }
        return asked.outranks(standing) ? Verdict.CONFLICT_WON : Verdict.CONFLICT_LOST;
    }

    private static @Nullable BodyConflict conflict(
            Verdict verdict, AssessmentId id, @Nullable Standing standing, Standing asked, Instant now) {
        if (standing == null) {
            return null;
        }
        return switch (verdict) {
            case APPLIED, REPEATED, OUTDATED -> null;
            case CONFLICT_WON -> new BodyConflict(id, asked.revision(), asked, standing, now);
            case CONFLICT_LOST -> new BodyConflict(id, asked.revision(), standing, asked, now);
        };
    }

    private List<ReferralChange> follow(AssessmentCase before, DecidedRevision decision, Instant now) {
        List<ReferralChange> changes = new ArrayList<>();
        Set<Queue> asked = EnumSet.noneOf(Queue.class);
        for (ReferralRequest request : decision.requests()) {
            asked.add(request.queue());
            ask(before.referrals().get(request.queue()), request, decision, now).ifPresent(changes::add);
        }
        before.referrals().values().stream()
                .filter(referral -> !asked.contains(referral.queue()))
                .sorted(Comparator.comparing(Referral::queue))
                .forEach(referral -> stopAsking(referral, decision, now).ifPresent(changes::add));
        return changes;
    }

    private Optional<ReferralChange> ask(
            @Nullable Referral latest, ReferralRequest request, DecidedRevision decision, Instant now) {
        if (latest == null) {
            return Optional.of(open(1, request, decision, now));
        }
        return switch (latest.state()) {
            case ReferralState.Routed _ -> revise(latest, request, decision, now);
            case ReferralState.Withdrawn _ -> Optional.of(open(latest.episode() + 1, request, decision, now));
        };
    }

    private ReferralChange open(int episode, ReferralRequest request, DecidedRevision decision, Instant now) {
        Referral opened = new Referral(
                ReferralId.of(decision.assessmentId(), request.queue(), episode),
                decision.assessmentId(),
                decision.origin(),
                episode,
                decision.revision(),
                request,
                new ReferralState.Routed(),
                now,
                targets.due(request.urgency(), decision.receivedAt()),
                1);
        return ReferralChange.byThisService(opened, null, ChangeReason.DECIDED, now);
    }

    private Optional<ReferralChange> revise(
            Referral referral, ReferralRequest request, DecidedRevision decision, Instant now) {
        if (referral.request().equals(request)) {
            return Optional.empty();
        }
        Instant due = targets.dueAfter(referral, request.urgency(), decision.receivedAt());
        Referral revised = referral.asking(request, decision.revision(), due);
        return Optional.of(
                ReferralChange.byThisService(revised, referral.state(), reason(referral.urgency(), request), now));
    }

    private static ChangeReason reason(Urgency before, ReferralRequest request) {
        if (request.urgency() == before) {
            return ChangeReason.FINDINGS_CHANGED;
        }
        return request.urgency().isMoreUrgentThan(before) ? ChangeReason.URGENCY_RAISED : ChangeReason.URGENCY_LOWERED;
    }

    private static Optional<ReferralChange> stopAsking(Referral latest, DecidedRevision decision, Instant now) {
        return switch (latest.state()) {
            case ReferralState.Routed routed -> {
                Referral withdrawn = latest.in(new ReferralState.Withdrawn(), decision.revision());
                yield Optional.of(
                        ReferralChange.byThisService(withdrawn, routed, ChangeReason.NO_LONGER_ASKED_FOR, now));
            }
            case ReferralState.Withdrawn _ -> Optional.empty();
        };
    }
}
