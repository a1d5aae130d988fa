package io.dorsal.rules.yaml;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.ruleset.Ruleset;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * Loads the ruleset of a folder that is to decide.
     *
     * @throws BrokenRuleset if it has any defect or is not active, or the folder cannot be read
     */
    public static Ruleset active(Path directory) {
        return load(directory, Use.DECIDING);
    }

    /**
     * Loads the ruleset of a folder that is to be compared with the one that decides, on assessments as they come (in the
     * shadow of it) or on past ones: a draft, or an active one.
     *
     * @throws BrokenRuleset if it has any defect or is retired, or the folder cannot be read
     */
    public static Ruleset candidate(Path directory) {
        return load(directory, Use.CANDIDATE);
    }

    /**
     * Loads the ruleset of a folder by which past assessments are to be replayed, whatever its status.
     *
     * @throws BrokenRuleset if it has any defect, or the folder cannot be read
     */
    public static Ruleset forReplay(Path directory) {
        return load(directory, Use.REPLAY);
    }

    /**
     * Loads a ruleset, whatever its status.
     *
     * @throws BrokenRuleset if it has any defect
     */
    public static Ruleset load(RulesetFolder folder) {
        return load(folder, Use.REPLAY);
    }

    private static Ruleset load(Path directory, Use use) {
        if (!Files.isDirectory(directory)) {
            throw refused(directory, Files.exists(directory) ? "is not a folder" : "no such folder");
        }
        if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
            throw refused(directory, "the folder cannot be read");
        }
        return load(RulesetFolder.directory(directory), use);
    }

    private static BrokenRuleset refused(Path directory, String reason) {
        return new BrokenRuleset(List.of(new Defect(directory.toString(), null, reason)));
    }

    private static Ruleset load(RulesetFolder folder, Use use) {
        return new RulesetReader(folder, VocabularyYaml.vocabulary(), use).read();
    }

    private static final class Held {
        /** Not linted again: the build does it, and fails; here it would cost every service two seconds of its start. */
        static final Ruleset ACTIVE = new RulesetReader(
                        RulesetFolder.packed(ACTIVE_VERSION), VocabularyYaml.vocabulary(), Use.DECIDING)
                .readPacked();
    }
}
