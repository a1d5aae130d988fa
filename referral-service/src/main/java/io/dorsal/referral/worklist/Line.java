package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.Referral;
import org.jspecify.annotations.Nullable;

/**
 * A line of a worklist.
 *
 * @param acceptedBy who has taken it on; null where nobody has, or it is closed
 */
public record Line(Referral referral, @Nullable String acceptedBy) {}
