package io.dorsal.rules.policy;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.policy.ApplyingPolicy.Refusals;
import io.dorsal.rules.policy.PolicyChange.EarlierAcknowledgement;
import io.dorsal.rules.policy.PolicyChange.OfUrgency;
import io.dorsal.rules.policy.PolicyChange.ShorterTarget;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets the times of urgencies as a policy says: only to shorter ones, and so that no urgency is to be seen later than a
 * less urgent one.
 */
final class ChangedTargets {
    private final Ruleset ruleset;
    private final NetworkPolicy policy;
    private final Refusals refusals;

    ChangedTargets(Ruleset ruleset, NetworkPolicy policy, Refusals refusals) {
        this.ruleset = ruleset;
        this.policy = policy;
        this.refusals = refusals;
    }

    Map<Urgency, UrgencyPolicy> urgencies() {
        Map<Urgency, UrgencyPolicy> changed = new EnumMap<>(Urgency.class);
        ruleset.urgencies().forEach((urgency, own) -> changed.put(urgency, changed(own)));
        checkOrder(changed);
        return changed;
    }

    private UrgencyPolicy changed(UrgencyPolicy own) {
        return new UrgencyPolicy(
                own.urgency(),
                own.asks(),
                shorter(own.urgency(), own.target(), ShorterTarget.class, "target"),
                shorter(
                        own.urgency(),
                        own.alertAcknowledgedWithin(),
                        EarlierAcknowledgement.class,
                        "alertAcknowledgedWithin"));
    }

    private <C extends OfUrgency> @Nullable Duration shorter(
            Urgency urgency, @Nullable Duration own, Class<C> kind, String name) {
        List<C> changes = policy.changes(kind)
                .filter(change -> change.urgency() == urgency)
                .toList();
        if (changes.isEmpty()) {
            return own;
        }
        if (changes.size() > 1) {
            refusals.refuse(urgency.name(), name + " is set twice");
        }
        Duration within = changes.getFirst().within();
        if (own == null) {
            refusals.refuse(urgency.name(), "has no " + name + " that could be shorter");
        } else if (own.isZero() || !within.isPositive()) {
            refusals.refuse(urgency.name(), own.isZero() ? name + " is at once already" : name + " must be positive");
        } else if (within.compareTo(own) >= 0) {
            refusals.refuse(
                    urgency.name(),
                    within.equals(own)
                            ? name + " is " + own + " already"
                            : "loosens: " + name + " is " + own + ", and " + within + " is longer");
        }
        return within;
    }

    private void checkOrder(Map<Urgency, UrgencyPolicy> changed) {
        Duration longest = Duration.ZERO;
        for (UrgencyPolicy one : changed.values()) {
            Duration target = one.target();
            if (target != null && target.compareTo(longest) < 0) {
                refusals.refuse(one.urgency().name(), "would have a shorter target than what is more urgent");
            } else if (target != null) {
                longest = target;
            }
        }
    }
}
