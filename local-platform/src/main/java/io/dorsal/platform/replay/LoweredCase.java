package io.dorsal.platform.replay;

import io.dorsal.rules.decision.UrgencyChange;
import java.util.List;
import java.util.UUID;

/** A revision of an assessment for which the candidate would decide a lower urgency; a line of a list on disk. */
record LoweredCase(UUID assessmentId, int revision, List<String> rules) {

    LoweredCase {
        rules = List.copyOf(rules);
    }

    static LoweredCase of(UUID assessmentId, int revision, UrgencyChange change) {
        return new LoweredCase(assessmentId, revision, change.rules());
    }

    /** Ids of rules have no blank and no comma. */
    String line() {
        return assessmentId + " " + revision + " " + String.join(",", rules);
    }

    static LoweredCase read(String line) {
        String[] parts = line.split(" ", 3);
        return new LoweredCase(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), List.of(parts[2].split(",", -1)));
    }
}
