package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which worklist is asked for.
 *
 * @param state null for all that is open
 * @param after the last line of the page before; null for the first page
 */
public record WorklistQuery(
        Queue queue, @Nullable StateName state, @Nullable Position after, int limit) {

    /** The state asked for; empty for all that is open. */
    public Optional<StateName> wantedState() {
        return Optional.ofNullable(state);
    }

    /** Where the page starts; empty for the first. */
    public Optional<Position> position() {
        return Optional.ofNullable(after);
    }
}
