package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import org.junit.jupiter.api.Test;

class PackedRulesetTest {

    @Test
    void loadsWithoutADefect() {
        Ruleset ruleset = Rulesets.load(RulesetFolder.packed(Rulesets.ACTIVE_VERSION));

        assertThat(ruleset).isEqualTo(Rulesets.active());
        assertThat(ruleset.status()).isEqualTo(Ruleset.Status.ACTIVE);
        assertThat(ruleset.version()).isEqualTo(Rulesets.ACTIVE_VERSION);
        assertThat(ruleset.rules(RuleTable.Kind.CONDITION)).hasSize(55);
        assertThat(ruleset.rules(RuleTable.Kind.PATHWAY)).hasSize(10);
    }

    @Test
    void keepsTheOrderOfQueuesAndUrgencies() {
        assertThat(Rulesets.active().queues().keySet()).containsExactly(Queue.values());
        assertThat(Rulesets.active().urgencies().keySet()).containsExactly(Urgency.values());
    }

    @Test
    void hasAHashThatIsTheSameOnEveryLoading() {
        String hash =
                Rulesets.load(RulesetFolder.packed(Rulesets.ACTIVE_VERSION)).hash();

        assertThat(hash).isEqualTo(Rulesets.active().hash()).matches("[0-9a-f]{64}");
    }
}
