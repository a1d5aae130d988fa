package io.dorsal.notification.reading;

import io.dorsal.notification.alert.StateName;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are listed.
 *
 * @param state null: all states
 * @param after null: from the newest on
 */
public record AlertFilter(
        @Nullable StateName state, @Nullable Position after, int limit) {}
