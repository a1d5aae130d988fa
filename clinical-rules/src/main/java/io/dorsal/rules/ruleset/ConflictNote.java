package io.dorsal.rules.ruleset;

import java.util.List;

/** A question on which the sources differ, and what was decided. */
public record ConflictNote(String question, List<Position> positions, String resolved, List<String> rules) {
    public ConflictNote {
        positions = List.copyOf(positions);
        rules = List.copyOf(rules);
    }

    /** What one source says. */
    public record Position(String source, String says) {}
}
