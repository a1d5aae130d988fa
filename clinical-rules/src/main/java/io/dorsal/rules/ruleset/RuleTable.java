package io.dorsal.rules.ruleset;

import io.dorsal.rules.decision.Urgency;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rules that belong together, in order of precedence.
 *
 * @param urgencies the urgencies that its rules may have
 */
public record RuleTable(String file, String title, Kind kind, Set<Urgency> urgencies, List<Rule> rules) {
    public RuleTable {
        urgencies = Collections.unmodifiableSet(new TreeSet<>(urgencies));
        rules = List.copyOf(rules);
    }

    /** A table for rules of these urgencies and no others. */
    public RuleTable(String file, String title, Kind kind, List<Rule> rules) {
        this(file, title, kind, rules.stream().map(Rule::urgency).collect(Collectors.toUnmodifiableSet()), rules);
    }

    /** The same table with other rules. */
    public RuleTable with(List<Rule> others) {
        return new RuleTable(file, title, kind, urgencies, others);
    }

    /** How the rules of a table are applied. */
    public enum Kind {
        /** All are evaluated; each that fires is a finding. */
        CONDITION,
        /** Only when no condition rule fired; the first that matches is the one finding. */
        PATHWAY
    }
}
