package io.dorsal.rules.ruleset;

import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an urgency asks for.
 *
 * @param target within which the patient should be seen, unless the network has another; null: none
 * @param alertAcknowledgedWithin within which somebody should acknowledge the alert; null: there is no alert
 */
public record UrgencyPolicy(
        Urgency urgency,
        String asks,
        @Nullable Duration target,
        @Nullable Duration alertAcknowledgedWithin) {}
