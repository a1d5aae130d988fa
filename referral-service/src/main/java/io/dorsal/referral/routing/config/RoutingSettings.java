package io.dorsal.referral.routing.config;

import io.dorsal.referral.routing.Targets;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code dorsal.referral}.
 *
 * @param targets how soon a referral has to be accepted, by urgency; what is not named keeps its default
 */
@ConfigurationProperties("dorsal.referral")
record RoutingSettings(@DefaultValue Map<Urgency, Duration> targets) {

    private static final Map<Urgency, Duration> DEFAULTS = Map.of(
            Urgency.EMERGENCY, Duration.ofMinutes(15),
            Urgency.URGENT, Duration.ofHours(24),
            Urgency.SOON, Duration.ofDays(7),
            Urgency.ROUTINE, Duration.ofDays(42));

    Targets effectiveTargets() {
        Map<Urgency, Duration> effective = new EnumMap<>(DEFAULTS);
        effective.putAll(targets);
        return new Targets(effective);
    }
}
