package io.dorsal.referral.forecast;

import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral that waits in a queue.
 *
 * @param dueAt null where it has no target
 * @param appointmentAt null where it has no appointment
 */
public record Waiting(
        ReferralId id,
        Urgency urgency,
        @Nullable Instant dueAt,
        @Nullable Instant appointmentAt) {}
