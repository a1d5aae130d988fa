package io.dorsal.rules.yaml;

import io.dorsal.rules.ruleset.Ruleset;

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
     * @throws io.dorsal.rules.lint.BrokenRuleset if it has any defect
     */
    public static Ruleset load(RulesetFolder folder) {
        return new RulesetReader(folder, VocabularyYaml.vocabulary()).read();
    }

    private static final class Held {
        static final Ruleset ACTIVE = load(RulesetFolder.packed(ACTIVE_VERSION));
    }
}
