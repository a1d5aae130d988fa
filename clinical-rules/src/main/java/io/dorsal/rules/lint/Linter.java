package io.dorsal.rules.lint;

import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** Checks a ruleset that could be read. What cannot be read is told by the reader. */
public final class Linter {
    private Linter() {}

    /** Every defect, in the order of the ruleset; none if it may be loaded. */
    public static List<Defect> lint(Ruleset ruleset, List<RuleCases> cases) {
        List<Defect> defects = new ArrayList<>();
        defects.addAll(RuleLint.defects(ruleset));
        List<Defect> references = ReferenceLint.defects(ruleset);
        defects.addAll(references);
        defects.addAll(TextLint.defects(ruleset));
        defects.addAll(CaseLint.missing(ruleset, cases));
        if (references.isEmpty()) {
            defects.addAll(CaseLint.wrong(new TriageEngine(ruleset), cases));
        }
        return defects;
    }
}
