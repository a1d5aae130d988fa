package io.dorsal.referral.forecast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a referral is expected to leave its queue.
 *
 * @param at null: not within half a year
 */
public record Expected(Waiting referral, @Nullable Instant at) {

    /** Whether it will be past due by then. */
    public boolean isBreach() {
        Instant dueAt = referral.dueAt();
        return dueAt != null && (at == null || at.isAfter(dueAt));
    }
}
