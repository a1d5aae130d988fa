package io.dorsal.rules.yaml;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.List;

/** Loads rulesets. One that has a defect is refused as a whole, with every defect named. */
public final class Rulesets {
    /** The version that decides unless another is asked for. */
    public static final String ACTIVE_VERSION = "2026.1";

    private Rulesets() {}

    /** The packed ruleset that is active; the same instance on every call. */
    public static Ruleset active() {
        return Held.ACTIVE;
    }

    /**
     * Loads a ruleset.
     *
     * @throws BrokenRuleset if it has any defect
     */
    public static Ruleset load(RulesetFolder folder) {
        return new RulesetReader(folder, VocabularyYaml.vocabulary()).read();
    }

    private static Ruleset requireActive(Ruleset ruleset) {
        if (ruleset.status() != Ruleset.Status.ACTIVE) {
            throw new BrokenRuleset(List.of(new Defect("ruleset.yaml", null, "status must be active to decide")));
        }
        return ruleset;
    }

    private static final class Held {
        static final Ruleset ACTIVE = requireActive(load(RulesetFolder.packed(ACTIVE_VERSION)));
    }
}
