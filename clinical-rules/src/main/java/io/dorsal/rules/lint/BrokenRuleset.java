package io.dorsal.rules.lint;

import java.util.List;
import java.util.stream.Collectors;

/** A ruleset was refused as a whole; every defect that was found is named. */
public final class BrokenRuleset extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Defect> defects;

    public BrokenRuleset(List<Defect> defects) {
        super("the ruleset is refused:\n"
                + defects.stream().map(Defect::toString).collect(Collectors.joining("\n")));
        this.defects = List.copyOf(defects);
    }

    /** What is wrong; at least one. */
    public List<Defect> defects() {
        return defects;
    }
}
