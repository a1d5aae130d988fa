package io.dorsal.triage.shadow;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The folder of the candidate's ruleset, as it was configured. */
public final class CandidateFolder {

    private final String configured;

    public CandidateFolder(String configured) {
        this.configured = configured;
    }

    /**
     * Loads the candidate.
     *
     * @throws RefusedCandidate where it cannot be read, or has a defect; the message names the folder, and each defect by
     *     file, rule and reason
     */
    public Ruleset load() {
        Path folder = folder();
        try {
            return Rulesets.candidate(folder);
        } catch (BrokenRuleset e) {
            String defects =
                    e.defects().stream().map(Defect::toString).collect(Collectors.joining("\n    ", "\n    ", ""));
            throw new RefusedCandidate(
                    "triage.shadow-ruleset=%s (%s) is refused:%s".formatted(configured, folder, defects));
        }
    }

    /** A relative path starts where the service does. */
    private Path folder() {
        try {
            return Path.of(configured).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new RefusedCandidate("triage.shadow-ruleset is no path: " + configured);
        }
    }
}
