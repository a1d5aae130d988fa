package io.dorsal.rules.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.oracle.RandomAssessments;
import io.dorsal.rules.policy.Approval;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.policy.PolicyChange;
import io.dorsal.rules.policy.PolicyChange.RaisedUrgency;
import io.dorsal.rules.policy.PolicyChange.ShorterTarget;
import io.dorsal.rules.policy.PolicyChange.WidenedThreshold;
import io.dorsal.rules.policy.PolicyOutcome;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The floor: whatever policy is accepted, the ruleset's own decision is the least that a patient gets. */
class EveryPolicyTest {
    private static final int ASSESSMENTS = 400;
    private static final Approval APPROVAL = new Approval("to see what happens", "nobody");

    private static final EffectiveRuleset SOME = RandomPolicies.effective(Rulesets.active(), 7);
    private static final TriageEngine SOME_CAUTIOUS = new TriageEngine(SOME.ruleset());

    private final Ruleset ruleset = Rulesets.active();
    private final TriageEngine plain = new TriageEngine(ruleset);
    private final RandomAssessments random = new RandomAssessments(ruleset.vocabulary());

    @Property(tries = 30)
    void neverMakesADecisionLessUrgentNorLeavesAQueueOut(@ForAll @LongRange(min = 0) long seed) {
        EffectiveRuleset effective = RandomPolicies.effective(ruleset, seed);
        TriageEngine cautious = new TriageEngine(effective.ruleset());

        assertThat(effective.changes()).isNotEmpty();
        for (long one = seed; one - seed < ASSESSMENTS; one++) {
            check(cautious, effective, random.answers(one), RandomAssessments.earlier(one));
        }
    }

    @Property(tries = 500)
    void norForAnswersOfAnyKind(@ForAll Answers answers, @ForAll @IntRange(max = 3) int earlier) {
        check(SOME_CAUTIOUS, SOME, answers, earlier);
    }

    private void check(TriageEngine cautious, EffectiveRuleset effective, Answers answers, Integer earlier) {
        Decision own = plain.decide(answers, earlier);
        Decision decision = cautious.decide(answers, earlier);

        assertThat(decision.urgency()).as("urgency by %s", effective.changes()).isLessThanOrEqualTo(own.urgency());
        if (decision.urgency() == own.urgency()) {
            for (Referral asked : own.referrals()) {
                assertThat(decision.referrals())
                        .as("referrals by %s", effective.changes())
                        .anyMatch(referral -> referral.queue() == asked.queue()
                                && !asked.urgency().isMoreUrgentThan(referral.urgency()));
            }
        }
    }

    @Test
    void isRefusedIfItMakesAnyRuleLessUrgent() {
        for (Rule rule : ruleset.rules()) {
            for (Urgency urgency : Urgency.values()) {
                if (!urgency.isMoreUrgentThan(rule.urgency())) {
                    assertRefused(new RaisedUrgency(rule.id(), urgency, APPROVAL));
                }
            }
        }
    }

    @Test
    void isRefusedIfAnyRuleFiresForFewer() {
        int refused = 0;
        for (Rule rule : ruleset.rules()) {
            for (boolean fires : List.of(true, false)) {
                for (Condition comparison : comparisons(rule.when(), true, fires)) {
                    Optional<Condition> loosened = fires ? narrower(comparison) : wider(comparison);
                    if (loosened.isPresent()) {
                        assertRefused(new WidenedThreshold(rule.id(), comparison, loosened.get(), APPROVAL));
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(40);
    }

    @Test
    void isRefusedIfAnyTargetGetsLonger() {
        ruleset.urgencies().values().forEach(own -> {
            if (own.target() != null) {
                assertRefused(new ShorterTarget(own.urgency(), own.target().plus(Duration.ofSeconds(1)), APPROVAL));
            }
        });
    }

    private void assertRefused(PolicyChange change) {
        PolicyOutcome outcome = RandomPolicies.apply(ruleset, List.of(change));

        assertThat(outcome).as(change::toString).isInstanceOf(PolicyOutcome.Refused.class);
    }

    /** The comparisons by which the condition is met, or, inside of a negation, is not met. */
    private static List<Condition> comparisons(Condition condition, boolean met, boolean wanted) {
        List<Condition> found = new ArrayList<>();
        switch (condition) {
            case Condition.Not(var negated) -> found.addAll(comparisons(negated, !met, wanted));
            case Condition.Named(var term) -> found.addAll(comparisons(term.when(), met, wanted));
            case Condition.AllOf(var parts) -> parts.forEach(part -> found.addAll(comparisons(part, met, wanted)));
            case Condition.AnyOf(var parts) -> parts.forEach(part -> found.addAll(comparisons(part, met, wanted)));
            case Condition.AtLeast atLeast ->
                atLeast.parts().forEach(part -> found.addAll(comparisons(part, met, wanted)));
            default -> {
                if (met == wanted && WidenedThreshold.isOfOneNumber(condition, condition)) {
                    found.add(condition);
                }
            }
        }
        return found;
    }

    private static Optional<Condition> narrower(Condition comparison) {
        return Optional.of(
                switch (comparison) {
                    case Condition.Between(var question, int min, int max) ->
                        min == 0
                                ? new Condition.Between(question, min, max - 1)
                                : new Condition.Between(question, min + 1, max);
                    case Condition.Derived(var number, int min, int max) -> new Condition.Derived(number, min, max - 1);
                    case Condition.EarlierAssessments(int atLeast) -> new Condition.EarlierAssessments(atLeast + 1);
                    default -> throw new IllegalArgumentException();
                });
    }

    private static Optional<Condition> wider(Condition comparison) {
        return comparison instanceof Condition.Between(var question, int min, int max) && min > 0
                ? Optional.of(new Condition.Between(question, min - 1, max))
                : Optional.empty();
    }
}
