package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
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

    /** The shorter of these targets and of others; urgencies without a target here keep none. */
    public Targets shortenedTo(Map<Urgency, Duration> others) {
        Map<Urgency, Duration> shorter = new EnumMap<>(Urgency.class);
        byUrgency.forEach((urgency, own) -> {
            Duration other = others.getOrDefault(urgency, own);
            shorter.put(urgency, other.compareTo(own) < 0 ? other : own);
        });
        return new Targets(shorter);
    }
}
