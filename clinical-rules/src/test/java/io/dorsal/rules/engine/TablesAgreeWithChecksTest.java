package io.dorsal.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Tables settle rules as their conditions do, evaluated as they are written: the whole decision is the same. */
class TablesAgreeWithChecksTest {
    private static final int RULESETS = 150;

    private static final List<Pair> RANDOM =
            RandomConditions.rulesets(Rulesets.active(), RULESETS).map(Pair::of).toList();

    private final Pair active = Pair.of(Rulesets.active());

    @Property
    void forTheActiveRuleset(@ForAll Answers answers, @ForAll @IntRange(min = -1, max = 3) int earlier) {
        active.requireSameDecision(answers, earlier);
    }

    @Property(tries = 3000)
    void forRandomConditions(
            @ForAll @IntRange(max = RULESETS - 1) int ruleset,
            @ForAll Answers answers,
            @ForAll @IntRange(min = -1, max = 3) int earlier) {
        RANDOM.get(ruleset).requireSameDecision(answers, earlier);
    }

    private record Pair(TriageEngine byTables, TriageEngine byChecks) {
        static Pair of(Ruleset ruleset) {
            return new Pair(new TriageEngine(ruleset), new TriageEngine(ruleset, NoneOwn::new));
        }

        void requireSameDecision(Answers answers, int earlier) {
            assertThat(byTables.decide(answers, earlier)).isEqualTo(byChecks.decide(answers, earlier));
        }
    }

    /** Leaves every rule over to be evaluated as it is written. */
    private record NoneOwn(CheckSource checks) implements CheckSource {
        @Override
        public Check check(Rule rule) {
            return checks.check(rule);
        }

        @Override
        public boolean isOwn(Rule rule) {
            return false;
        }
    }
}
