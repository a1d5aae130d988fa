package io.dorsal.referral.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * An action as somebody has taken it.
 *
 * @param actor the subject of whoever took it
 * @param comment for the other side to read; never leaves by events
 */
public record Deed(Action action, String actor, @Nullable String comment) {

    /** Leaves out what people wrote: this text may get into a log. */
    @Override
    public String toString() {
        return "Deed[%s]".formatted(action.name());
    }
}
