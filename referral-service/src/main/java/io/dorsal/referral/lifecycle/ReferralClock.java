package io.dorsal.referral.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a referral. A pause moves the due time by its whole length when it begins, and back by what is left of it
 * when it ends early: so a pause that reaches its limit ends by itself, and nothing has to happen then.
 *
 * @param dueAt null where the urgency has no target
 * @param paused how long it has been paused in all, with a running pause up to its limit
 * @param pause the latest pause that was not ended early; null for none
 * @param breachedAt when it was told that the due time has passed; told once
 */
public record ReferralClock(
        @Nullable Instant dueAt,
        Duration paused,
        @Nullable Pause pause,
        @Nullable Instant breachedAt) {

    /** A time in which the clock does not run. */
    public record Pause(Instant since, Instant until, Code reason) {}

    /** A clock that has never been paused. */
    public static ReferralClock due(@Nullable Instant dueAt) {
        return new ReferralClock(dueAt, Duration.ZERO, null, null);
    }

    /** Whether it stands still. */
    public boolean isPaused(Instant now) {
        return pause != null && now.isBefore(pause.until());
    }

    /** Whether the due time has passed. */
    public boolean isPast(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** The same, due at another time but for its pauses. */
    public ReferralClock dueBy(@Nullable Instant target) {
        return new ReferralClock(target == null ? null : target.plus(paused), paused, pause, breachedAt);
    }

    ReferralClock pausing(Pause begun) {
        return moved(Duration.between(begun.since(), begun.until()), begun);
    }

    /** The same, running again; whoever asks for it may do so whether it stands still or not. */
    public ReferralClock resumed(Instant now) {
        return pause == null || !isPaused(now) ? this : moved(Duration.between(pause.until(), now), null);
    }

    private ReferralClock moved(Duration by, @Nullable Pause now) {
        return new ReferralClock(dueAt == null ? null : dueAt.plus(by), paused.plus(by), now, breachedAt);
    }

    /** That of two which runs out first; told once, if one of them was. */
    ReferralClock orEarlier(ReferralClock other) {
        ReferralClock first = other.dueAt != null && (dueAt == null || other.dueAt.isBefore(dueAt)) ? other : this;
        return first.breachedAt != null
                ? first
                : new ReferralClock(
                        first.dueAt, first.paused, first.pause, breachedAt == null ? other.breachedAt : breachedAt);
    }

    ReferralClock breached(Instant at) {
        return new ReferralClock(dueAt, paused, pause, at);
    }
}
