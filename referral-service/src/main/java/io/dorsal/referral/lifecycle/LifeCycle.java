package io.dorsal.referral.lifecycle;

import io.dorsal.referral.lifecycle.ReferralClock.Pause;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state machine of a referral: which actions are possible, and what comes of them. What it lists as available and
 * what it lets happen are one.
 */
public final class LifeCycle {

    private final Duration longestPause;

    /** @param longestPause how long all pauses of a referral may take together */
    public LifeCycle(Duration longestPause) {
        this.longestPause = longestPause;
    }

    /** What these parties may do now, in the order in which it usually comes. */
    public List<ActionName> available(Referral referral, Set<Party> parties, Instant now) {
        return Arrays.stream(ActionName.values())
                .filter(action -> parties.contains(action.party()))
                .filter(action -> isAvailable(referral, action, now))
                .toList();
    }

    /**
     * Takes an action.
     *
     * @param latest of the assessment that it belongs to
     */
    public Taking take(Referral referral, LatestReferrals latest, Deed deed, Instant now) {
        if (!isAvailable(referral, deed.action().name(), now)) {
            return new Taking.Illegal();
        }
        return switch (deed.action()) {
            case Action.Accept _ -> taken(referral, new ReferralState.Accepted(), ChangeReason.ACCEPTED, deed, now);
            case Action.Schedule(Instant at, String site) ->
                taken(referral, new ReferralState.Scheduled(at, site), ChangeReason.SCHEDULED, deed, now);
            case Action.Complete(Code outcome) ->
                taken(referral, new ReferralState.Completed(outcome), ChangeReason.COMPLETED, deed, now);
            case Action.Return(Code reason, String advice) ->
                taken(referral, new ReferralState.Returned(reason, advice), ChangeReason.RETURNED, deed, now);
            case Action.Redirect redirect -> new Redirecting(referral, latest, deed, now).to(redirect.queue());
            case Action.Cancel _ -> cancel(referral, deed, now);
            case Action.Confirm _ -> confirm(referral, deed, now);
            case Action.NoShow _ -> noShow(referral, deed, now);
            case Action.Pause(Code reason, Instant until) -> pause(referral, reason, until, deed, now);
            case Action.Resume _ ->
                taken(referral, referral.with(referral.clock().resumed(now)), ChangeReason.RESUMED, deed, now);
        };
    }

    /** What changes where a newer revision no longer asks for it; empty where that is known, or it has ended otherwise. */
    public static Optional<ReferralChange> withdraw(Referral referral, int byRevision, Instant now) {
        return switch (referral.state()) {
            case ReferralState.Routed _, ReferralState.Returned _ ->
                Optional.of(noLongerAsked(referral, referral.in(new ReferralState.Withdrawn()), byRevision, now));
            case ReferralState.Accepted _, ReferralState.Scheduled _, ReferralState.NoShow _ ->
                Optional.of(referral)
                        .filter(taken -> taken.toConfirm() == null)
                        .map(taken -> noLongerAsked(taken, taken.endAsked(AskedEnd.WITHDRAWAL), byRevision, now));
            case ReferralState.Completed _,
                    ReferralState.Redirected _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> Optional.empty();
        };
    }

    /** What changes when the due time has passed; empty where it has not, or was told. */
    public static Optional<ReferralChange> breach(Referral referral, Instant now) {
        return Optional.of(referral)
                .filter(late -> late.clock().breachedAt() == null && late.isOverdue(now))
                .map(late -> ReferralChange.byThisService(
                        late.with(late.clock().breached(now)), late.state(), ChangeReason.BREACHED, now));
    }

    private static ReferralChange noLongerAsked(Referral before, Referral after, int byRevision, Instant now) {
        return ReferralChange.byThisService(
                after.byRevision(byRevision), before.state(), ChangeReason.NO_LONGER_ASKED_FOR, now);
    }

    private boolean isAvailable(Referral referral, ActionName action, Instant now) {
        return possibleIn(referral.state()).contains(action)
                && switch (action) {
                    case CONFIRM -> referral.toConfirm() != null;
                    case CANCEL -> referral.toConfirm() != AskedEnd.CANCELLATION;
                    case PAUSE -> isPausable(referral, now);
                    case RESUME -> referral.clock().isPaused(now);
                    case ACCEPT, SCHEDULE, COMPLETE, RETURN, REDIRECT, NO_SHOW -> true;
                };
    }

    private static Set<ActionName> possibleIn(ReferralState state) {
        Set<ActionName> whileOpen = EnumSet.of(
                ActionName.RETURN, ActionName.REDIRECT, ActionName.CANCEL, ActionName.PAUSE, ActionName.RESUME);
        return switch (state) {
            case ReferralState.Routed _ -> with(whileOpen, ActionName.ACCEPT);
            case ReferralState.Accepted _ -> with(whileOpen, ActionName.SCHEDULE, ActionName.CONFIRM);
            case ReferralState.Scheduled _ ->
                with(whileOpen, ActionName.SCHEDULE, ActionName.COMPLETE, ActionName.NO_SHOW, ActionName.CONFIRM);
            case ReferralState.NoShow _ -> with(whileOpen, ActionName.SCHEDULE, ActionName.CONFIRM);
            case ReferralState.Returned _ -> EnumSet.of(ActionName.CANCEL);
            case ReferralState.Completed _,
                    ReferralState.Redirected _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> EnumSet.noneOf(ActionName.class);
        };
    }

    private static Set<ActionName> with(Set<ActionName> some, ActionName... more) {
        Set<ActionName> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    private boolean isPausable(Referral referral, Instant now) {
        return referral.urgency() != Urgency.EMERGENCY
                && referral.dueAt() != null
                && referral.clock().breachedAt() == null
                && !referral.clock().isPast(now)
                && !referral.clock().isPaused(now)
                && now.isBefore(latestPause(referral, now));
    }

    private Instant latestPause(Referral referral, Instant now) {
        return now.plus(longestPause).minus(referral.clock().paused());
    }

    private Taking pause(Referral referral, Code reason, Instant until, Deed deed, Instant now) {
        Instant latest = latestPause(referral, now);
        if (!until.isAfter(now) || until.isAfter(latest)) {
            return new Taking.PauseRefused(latest);
        }
        ReferralClock paused = referral.clock().pausing(new Pause(now, until, reason));
        return taken(referral, referral.with(paused), ChangeReason.PAUSED, deed, now);
    }

    private static Taking cancel(Referral referral, Deed deed, Instant now) {
        return referral.state().isTakenOn()
                ? taken(referral, referral.endAsked(AskedEnd.CANCELLATION), ChangeReason.CANCELLATION_ASKED, deed, now)
                : taken(referral, new ReferralState.Cancelled(), ChangeReason.CANCELLED, deed, now);
    }

    private static Taking confirm(Referral referral, Deed deed, Instant now) {
        return referral.toConfirm() == AskedEnd.WITHDRAWAL
                ? taken(referral, new ReferralState.Withdrawn(), ChangeReason.WITHDRAWAL_CONFIRMED, deed, now)
                : taken(referral, new ReferralState.Cancelled(), ChangeReason.CANCELLATION_CONFIRMED, deed, now);
    }

    private static Taking noShow(Referral referral, Deed deed, Instant now) {
        return referral.state() instanceof ReferralState.Scheduled(Instant at, String site)
                ? taken(referral, new ReferralState.NoShow(at, site), ChangeReason.NO_SHOW, deed, now)
                : new Taking.Illegal();
    }

    private static Taking taken(Referral before, ReferralState state, ChangeReason reason, Deed deed, Instant now) {
        return taken(before, before.in(state), reason, deed, now);
    }

    private static Taking taken(Referral before, Referral after, ChangeReason reason, Deed deed, Instant now) {
        return new Taking.Taken(List.of(new ReferralChange(after, before.state(), reason, deed, now)));
    }
}
