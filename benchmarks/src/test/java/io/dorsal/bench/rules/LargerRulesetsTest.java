package io.dorsal.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargerRulesetsTest {
    @ParameterizedTest
    @ValueSource(ints = {50, 200, 1000, 2000})
    void haveAsManyConditionRulesAsAskedForEachWithAnIdOfItsOwn(int size) {
        Ruleset larger = LargerRulesets.of(Rulesets.active(), size);

        assertThat(larger.rules(RuleTable.Kind.CONDITION))
                .hasSize(size)
                .extracting(Rule::id)
                .doesNotHaveDuplicates();
        assertThat(larger.rules(RuleTable.Kind.PATHWAY))
                .isEqualTo(Rulesets.active().rules(RuleTable.Kind.PATHWAY));
    }
}
