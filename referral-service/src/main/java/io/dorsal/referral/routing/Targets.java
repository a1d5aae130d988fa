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

    /** When a referral is due whose assessment was first received at a time; null where the urgency has no target. */
    @Nullable
    Instant due(Urgency urgency, Instant from) {
        Duration target = byUrgency.get(urgency);
        return target == null ? null : from.plus(target);
    }
}
