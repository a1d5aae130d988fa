package io.dorsal.rules.ruleset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that rules cite.
 *
 * @param find where a reader finds it
 * @param parts titles of its parts by their ids, in order; empty where it is cited as a whole only
 */
public record Source(String id, String title, String by, String about, String find, Map<String, String> parts) {
    public Source {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}
