package io.dorsal.rules.policy;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.List;

/**
 * The ruleset by which a network decides, and what in it is the network's own. Whatever no change names comes from the
 * ruleset.
 *
 * @param own the ruleset without the policy
 * @param ruleset the ruleset with the policy: its version names the policy, its hash is that of what it decides by
 */
public record EffectiveRuleset(Ruleset own, Ruleset ruleset, List<PolicyChange> changes) {
    public EffectiveRuleset {
        changes = List.copyOf(changes);
    }

    /** A ruleset as it is, for a network without a policy. */
    public static EffectiveRuleset without(Ruleset ruleset) {
        return new EffectiveRuleset(ruleset, ruleset, List.of());
    }

    /** The changes of this kind to the rule, in the policy's order. */
    public <C extends PolicyChange.OfRule> List<C> changes(Class<C> kind, String rule) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(change -> change.rule().equals(rule))
                .toList();
    }

    /** The changes of this kind to what the urgency asks for. */
    public <C extends PolicyChange.OfUrgency> List<C> changes(Class<C> kind, Urgency urgency) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(change -> change.urgency() == urgency)
                .toList();
    }
}
