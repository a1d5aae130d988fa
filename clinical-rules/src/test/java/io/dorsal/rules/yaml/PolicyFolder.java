package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.policy.BrokenPolicies;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.ruleset.Ruleset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A folder of policies, of the networks metro and coast. */
record PolicyFolder(Path directory) {
    static final String APPROVED = "why: Because., approvedBy: Dr. Who";

    private static final Ruleset RULESET = Rulesets.active();

    PolicyFolder with(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Metro's policy with these entries, whose approval is added where it says {@code ~}. */
    PolicyFolder metro(String entries) {
        return with("metro.yaml", "network: metro\nversion: 3\n" + entries.replace("~", APPROVED) + "\n");
    }

    Map<String, EffectiveRuleset> load() {
        return NetworkPolicies.load(directory, RULESET, Set.of("metro", "coast"));
    }

    EffectiveRuleset effective() {
        return Objects.requireNonNull(load().get("metro"));
    }

    List<Defect> defects() {
        BrokenPolicies refused = catchThrowableOfType(BrokenPolicies.class, this::load);
        assertThat(refused).as("the policies are refused").isNotNull();
        return refused.defects();
    }

    /** The reason why metro's policy with these entries is refused, which is the only one. */
    String refusal(String entries) {
        List<Defect> defects = metro(entries).defects();
        assertThat(defects).hasSize(1);
        return defects.getFirst().toString();
    }
}
