package io.dorsal.rules.lint;

import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** Checks a ruleset that could be read. What cannot be read is told by the reader. */
public final class Linter {
    private Linter() {}

    /**
     * Every defect, in the order of the ruleset; none if it may be loaded.
     *
     * @param complete whether all of it could be read: else its cases would fail for reasons told already, and are not run
     */
    public static List<Defect> lint(Ruleset ruleset, List<RuleCases> cases, boolean complete) {
        List<Defect> oversized = SizeLint.defects(ruleset);
        if (!oversized.isEmpty()) {
            return oversized; // looking for anything else in what is too large might not end
        }
        List<Defect> structure = StructureLint.defects(ruleset);
        List<Defect> defects = new ArrayList<>(structure);
        defects.addAll(RuleLint.defects(ruleset));
        defects.addAll(TextLint.defects(ruleset));
        defects.addAll(CaseLint.missing(ruleset, cases));
        if (complete && structure.isEmpty()) {
            defects.addAll(CaseLint.wrong(new TriageEngine(ruleset), cases));
        }
        return defects;
    }

    /** What is wrong with the rules of a ruleset that was sound, and whose rules were changed: its cases need not hold. */
    public static List<Defect> lintRules(Ruleset ruleset) {
        List<Defect> defects = new ArrayList<>(SizeLint.defects(ruleset));
        if (defects.isEmpty()) {
            defects.addAll(StructureLint.defects(ruleset));
            defects.addAll(RuleLint.defects(ruleset));
        }
        return defects;
    }
}
