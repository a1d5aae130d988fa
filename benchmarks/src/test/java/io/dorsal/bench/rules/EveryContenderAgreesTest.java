package io.dorsal.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EveryContenderAgreesTest {
    private final Ruleset ruleset = Rulesets.active();

    @ParameterizedTest
    @EnumSource
    void onTheMixThatIsMeasuredAndOnWildAnswers(Contender contender) {
        Agreement.require(new Workload(ruleset, mixedAndWild()), contender);
    }

    @Test
    void onAssessmentsThatMakeEveryRuleFire() {
        List<Given> assessments = mixedAndWild();
        Decider engine = Contender.ENGINE.on(new Workload(ruleset, assessments));

        Set<String> fired = new HashSet<>();
        for (int assessment = 0; assessment < assessments.size(); assessment++) {
            fired.addAll(engine.verdict(engine.decide(assessment)).rules());
        }

        assertThat(fired)
                .containsExactlyInAnyOrderElementsOf(
                        ruleset.rules().stream().map(Rule::id).toList());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"GENERATED_JAVA", "EASY_RULES", "CEL"})
    void onALargerRuleset(Contender contender) {
        Agreement.require(Workload.of(120), contender);
    }

    @Test
    void orNothingIsMeasured() {
        List<RuleTable> tables = ruleset.tables().stream()
                .filter(table -> !table.title().equals("Routine rules"))
                .toList();
        Workload other = new Workload(LargerRulesets.with(tables, ruleset), mixedAndWild());
        Decider byHand = Contender.HAND_WRITTEN_RULES.on(new Workload(ruleset, other.assessments()));

        assertThatThrownBy(() -> Agreement.require(other, byHand, "by hand"))
                .hasMessageContaining("by hand disagrees on the generated assessment");
    }

    private List<Given> mixedAndWild() {
        return Stream.of(Workload.of(Workload.ACTIVE).assessments(), WildAssessments.of(ruleset.vocabulary(), 3000))
                .flatMap(List::stream)
                .toList();
    }
}
