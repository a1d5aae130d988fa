package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How soon each urgency has to be accepted. An urgency without a target is never due. */
public record Targets(Map<Urgency, Duration> byUrgency) {

    public Targets {
        byUrgency = Map.copyOf(byUrgency);
        if (byUrgency.values().stream().anyMatch(target -> !target.isPositive())) {
            throw new IllegalArgumentException("a target is a positive duration");
        }
    }

    @Nullable
    Instant due(Urgency urgency, Instant from) {
        Duration target = byUrgency.get(urgency);
        return target == null ? null : from.plus(target);
    }

    /** The due time after a revision: the one of the first routing stands, unless the urgency rises. */
    @Nullable
    Instant dueAfter(Referral referral, Urgency asked, Instant receivedAt) {
        if (!asked.isMoreUrgentThan(referral.urgency())) {
            return referral.dueAt();
        }
        return earlier(referral.dueAt(), due(asked, receivedAt));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
