package io.dorsal.rules.lint;

import java.util.Set;

/**
 * What the reader has complained of already, and something harmless stands in for.
 *
 * @param files could not be read at all, so what would have been in them is not missed again
 * @param conditions names of the entries whose condition could not be read, so that nothing is concluded from it
 */
public record Unread(Set<String> files, Set<String> conditions) {
    /** All could be read. */
    public static final Unread NOTHING = new Unread(Set.of(), Set.of());

    public Unread {
        files = Set.copyOf(files);
        conditions = Set.copyOf(conditions);
    }
}
