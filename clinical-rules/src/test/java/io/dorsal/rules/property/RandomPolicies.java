package io.dorsal.rules.property;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.policy.ApplyingPolicy;
import io.dorsal.rules.policy.Approval;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.policy.NetworkPolicy;
import io.dorsal.rules.policy.PolicyChange;
import io.dorsal.rules.policy.PolicyOutcome;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes policies at random from a seed, of all changes that are accepted among many that are tried. */
final class RandomPolicies {
    private static final int TRIED = 40;
    private static final Approval APPROVAL = new Approval("to see what happens", "nobody");

    private final Ruleset ruleset;
    private final Random random;
    private final List<PolicyChange> accepted = new ArrayList<>();

    private RandomPolicies(Ruleset ruleset, long seed) {
        this.ruleset = ruleset;
        this.random = new Random(seed);
    }

    /** The ruleset with the policy that belongs to the seed. */
    static EffectiveRuleset effective(Ruleset ruleset, long seed) {
        return new RandomPolicies(ruleset, seed).effective();
    }

    static PolicyOutcome apply(Ruleset ruleset, List<PolicyChange> changes) {
        return ApplyingPolicy.apply(ruleset, new NetworkPolicy("metro", 1, changes));
    }

    private EffectiveRuleset effective() {
        EffectiveRuleset effective = EffectiveRuleset.without(ruleset);
        for (int i = 0; i < TRIED; i++) {
            List<PolicyChange> tried = new ArrayList<>(accepted);
            tried.addAll(changes());
            if (apply(ruleset, tried) instanceof PolicyOutcome.Accepted(var better)) {
                accepted.clear();
                accepted.addAll(tried);
                effective = better;
            }
        }
        return effective;
    }

    private List<PolicyChange> changes() {
        List<Rule> rules = ruleset.rules();
        Rule rule = rules.get(random.nextInt(rules.size()));
        List<PolicyChange> changes = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            changes.add(new PolicyChange.RaisedUrgency(rule.id(), any(Urgency.values()), APPROVAL));
        }
        if (random.nextInt(3) == 0) {
            changes.add(new PolicyChange.AddedQueues(
                    rule.id(),
                    List.of(random.nextBoolean() ? Queue.EMERGENCY_DEPARTMENT : any(Queue.values())),
                    APPROVAL));
        }
        threshold(rule).ifPresent(changes::add);
        return changes;
    }

    private Optional<PolicyChange> threshold(Rule rule) {
        List<Condition> comparisons = Conditions.all(rule.when())
                .filter(condition -> PolicyChange.WidenedThreshold.isOfOneNumber(condition, condition))
                .toList();
        if (comparisons.isEmpty()) {
            return Optional.empty();
        }
        Condition from = comparisons.get(random.nextInt(comparisons.size()));
        return Optional.of(new PolicyChange.WidenedThreshold(rule.id(), from, moved(from), APPROVAL));
    }

    private Condition moved(Condition from) {
        return switch (from) {
            case Condition.Between(var question, int min, int max) -> {
                int lower = Math.max(0, min - by());
                int upper = Math.min(((AnswerType.WholeNumber) question.type()).max(), max + by());
                yield new Condition.Between(question, lower, upper);
            }
            case Condition.Derived(var number, int min, int max) -> new Condition.Derived(number, min, max + by());
            case Condition.EarlierAssessments(int atLeast) -> new Condition.EarlierAssessments(atLeast - by());
            default -> throw new IllegalArgumentException("compares no number");
        };
    }

    /** Mostly towards caution. */
    private int by() {
        return random.nextInt(5) == 0 ? -random.nextInt(3) : random.nextInt(40);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
