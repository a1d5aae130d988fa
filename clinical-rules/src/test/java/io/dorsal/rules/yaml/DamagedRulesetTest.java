package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.ruleset.Ruleset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a file: the ruleset loads, or is refused with its defects named. */
class DamagedRulesetTest {
    private static final RulesetFolder SOUND = RulesetFolder.packed(Rulesets.ACTIVE_VERSION);

    @Property(tries = 100)
    void loadsOrIsRefused(
            @ForAll @From("files") String file,
            @ForAll @IntRange(max = 1_000) int line,
            @ForAll @IntRange(max = 4) int damage) {
        List<String> lines = new ArrayList<>(text(file).lines().toList());
        int at = line % lines.size();
        switch (damage) {
            case 0 -> lines.remove(at);
            case 1 -> lines.set(at, lines.get(at).replaceAll("[A-Z]", "X"));
            case 2 -> lines.add(at, lines.get(line * 7 % lines.size()));
            case 3 -> lines.set(at, lines.get(at).replaceAll(": .*", ":"));
            default -> lines.subList(at, lines.size()).clear();
        }

        try {
            assertThat(load(file, String.join("\n", lines)).rules()).isNotEmpty();
        } catch (BrokenRuleset refused) {
            assertThat(refused.defects()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                "ruleset.yaml",
                "terms.yaml",
                "sources.yaml",
                "conflicts.yaml",
                "advice.yaml",
                "rules/emergency.yaml",
                "rules/soon.yaml",
                "rules/safety-floor.yaml",
                "rules/pathway.yaml",
                "cases/urgent.yaml");
    }

    private static Ruleset load(String file, String text) {
        return Rulesets.load(
                asked -> asked.equals(file) ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : SOUND.read(asked));
    }

    private static String text(String file) {
        return new String(SOUND.read(file).orElseThrow(), StandardCharsets.UTF_8);
    }
}
