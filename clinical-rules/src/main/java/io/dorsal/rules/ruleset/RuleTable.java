package io.dorsal.rules.ruleset;

import java.util.List;

/** Rules that belong together, in order of precedence. */
public record RuleTable(String file, String title, Kind kind, List<Rule> rules) {
    public RuleTable {
        rules = List.copyOf(rules);
    }

    /** How the rules of a table are applied. */
    public enum Kind {
        /** All are evaluated; each that fires is a finding. */
        CONDITION,
        /** Only when no condition rule fired; the first that matches is the one finding. */
        PATHWAY
    }
}
