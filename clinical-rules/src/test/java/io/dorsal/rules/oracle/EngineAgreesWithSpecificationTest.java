package io.dorsal.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineAgreesWithSpecificationTest {
    private static final int CASES = 60_000;

    private final Ruleset ruleset = Rulesets.active();
    private final TriageEngine engine = new TriageEngine(ruleset);
    private final RandomAssessments random = new RandomAssessments(ruleset.vocabulary());

    @Test
    void onEveryRandomAssessment() {
        Map<String, Integer> fired = new HashMap<>();

        for (long seed = 0; seed < CASES; seed++) {
            Answers answers = random.answers(seed);
            Integer earlier = seed % 3 == 0 ? null : RandomAssessments.earlier(seed);
            Verdict decided = Verdict.of(engine.decide(new Assessment("r", null, answers), earlier));
            Verdict specified = SpecifiedVerdict.of(answers, earlier);
            if (!decided.equals(specified)) {
                assertThat(decided).as("seed %d", seed).isEqualTo(specified);
            }
            decided.findings().forEach(finding -> fired.merge(finding.rule(), 1, Integer::sum));
        }

        assertThat(fired.keySet())
                .as("every rule took part")
                .containsExactlyInAnyOrderElementsOf(
                        ruleset.rules().stream().map(Rule::id).toList());
    }
}
