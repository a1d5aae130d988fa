package io.dorsal.triage.shadow;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.policy.BrokenPolicies;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.NetworkPolicies;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            throw refused("is refused", e.defects());
        }
    }

    /**
     * The candidate as the policies of networks make it, by network.
     *
     * @param policies the folder of the policies
     * @throws RefusedCandidate where one of them cannot be applied to the candidate, though perhaps to the active ruleset
     */
    public Map<String, EffectiveRuleset> under(Path policies, Ruleset candidate, Set<String> networks) {
        try {
            return NetworkPolicies.load(policies, candidate, networks);
        } catch (BrokenPolicies e) {
            throw refused("does not go with the policies of networks in " + policies, e.defects());
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

    private RefusedCandidate refused(String verdict, List<Defect> defects) {
        return new RefusedCandidate(defects.stream()
                .map(Defect::toString)
                .collect(Collectors.joining(
                        "\n    ",
                        "triage.shadow-ruleset=%s (%s) %s:\n    ".formatted(configured, folder(), verdict),
                        "")));
    }
}
