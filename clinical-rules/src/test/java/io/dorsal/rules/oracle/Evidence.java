package io.dorsal.rules.oracle;

import java.util.ArrayList;
import java.util.List;

/** Whether something is so, and the questions that a reader would point at for it; none where it is not so. */
record Evidence(boolean met, List<String> paths) {
    static final Evidence NONE = new Evidence(false, List.of());

    static Evidence of(boolean met, String... paths) {
        return met ? new Evidence(true, List.of(paths)) : NONE;
    }

    /** Every alternative that is so. */
    static Evidence any(Evidence... alternatives) {
        return atLeast(1, alternatives);
    }

    static Evidence all(Evidence... parts) {
        return atLeast(parts.length, parts);
    }

    static Evidence atLeast(int count, Evidence... parts) {
        int met = 0;
        List<String> paths = new ArrayList<>();
        for (Evidence part : parts) {
            met += part.met() ? 1 : 0;
            paths.addAll(part.paths());
        }
        return met >= count ? new Evidence(true, paths) : NONE;
    }
}
