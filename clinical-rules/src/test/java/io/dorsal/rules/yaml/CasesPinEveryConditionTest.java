package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.lint.Linter;
import io.dorsal.rules.lint.RuleCases;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cases would notice a mistake in any part of any rule. */
class CasesPinEveryConditionTest {

    @Test
    void noSmallMistakeGoesUnnoticed() {
        RulesetReader reader = new RulesetReader(
                RulesetFolder.packed(Rulesets.ACTIVE_VERSION), VocabularyYaml.vocabulary(), Use.REPLAY);
        Ruleset sound = reader.read();
        List<RuleCases> cases = reader.cases();
        Map<String, Ruleset> mutants = Mutations.of(sound);

        List<String> unnoticed = new ArrayList<>();
        mutants.forEach((mistake, mistaken) -> {
            if (!changesNothing(mistake) && Linter.untrueCases(mistaken, cases).isEmpty()) {
                unnoticed.add(mistake);
            }
        });

        assertThat(unnoticed).isEmpty();
        assertThat(mutants.keySet()).hasSizeGreaterThan(300);
    }

    /** Other severities are decided by pathway rules before it, and fever by the screen or INFECTION-1. */
    private static boolean changesNothing(String mistake) {
        return (mistake.startsWith("MECHANICAL-2") && !mistake.contains("`pain.severity` is from 4 to 6"))
                || mistake.startsWith("reassuring as `systemic.unexplainedWeightLoss` is no");
    }
}
