package io.dorsal.rules.policy;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.policy.ApplyingPolicy.Refusals;
import io.dorsal.rules.policy.PolicyChange.RaisedUrgency;
import io.dorsal.rules.policy.PolicyChange.WidenedThreshold;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Sees to what one change does to other rules. A rule that fires for more may keep others from being a finding: those that
 * ask that it does not fire, and the pathway rules. It may do so only where it is as urgent and asks the same queues, or
 * where their queues would not be asked beside it anyway.
 */
final class Floor {
    private final Ruleset own;
    private final Ruleset effective;
    private final NetworkPolicy policy;
    private final Refusals refusals;

    Floor(Ruleset own, Ruleset effective, NetworkPolicy policy, Refusals refusals) {
        this.own = own;
        this.effective = effective;
        this.policy = policy;
        this.refusals = refusals;
    }

    void check() {
        policy.changes(RaisedUrgency.class).forEach(this::checkRaised);
        policy.changes(WidenedThreshold.class)
                .map(WidenedThreshold::rule)
                .distinct()
                .map(this::effective)
                .forEach(this::checkWidened);
    }

    private void checkRaised(RaisedUrgency change) {
        Rule raised = effective(change.rule());
        if (raised.urgency() == Urgency.EMERGENCY && !raised.queues().contains(Queue.EMERGENCY_DEPARTMENT)) {
            refusals.refuse(
                    raised.id(),
                    "an emergency is referred alone: add EMERGENCY_DEPARTMENT to its queues, or the patient goes nowhere at once");
        }
        if (own.rules(RuleTable.Kind.PATHWAY).stream()
                .anyMatch(rule -> rule.id().equals(raised.id()))) {
            checkRaisedPathway(raised);
        }
    }

    /** Or an answer that gets worse, and makes a condition rule fire, would make the decision less urgent. */
    private void checkRaisedPathway(Rule raised) {
        effective.rules(RuleTable.Kind.CONDITION).stream()
                .filter(rule -> raised.urgency().isMoreUrgentThan(rule.urgency()))
                .max(Comparator.comparing(Rule::urgency))
                .ifPresent(rule -> refusals.refuse(
                        raised.id(),
                        "would be suppressed by a rule that is less urgent: no pathway rule matches where " + rule.id()
                                + " fires, which is " + rule.urgency()));
    }

    private void checkWidened(Rule widened) {
        Set<String> suppressed = Suppression.by(widened.id(), effective.rules(RuleTable.Kind.CONDITION));
        for (String id : suppressed) {
            Rule other = own(id);
            if (effective(id).urgency().isMoreUrgentThan(widened.urgency())) {
                refuseSuppression(widened, other, "which is more urgent");
            } else if (widened.urgency() != Urgency.EMERGENCY || other.urgency() == Urgency.EMERGENCY) {
                checkQueues(widened, other);
            }
        }
        for (Rule pathway : own.rules(RuleTable.Kind.PATHWAY)) {
            if (pathway.urgency().isMoreUrgentThan(widened.urgency())) {
                refuseSuppression(widened, pathway, "which is more urgent");
            } else if (pathway.urgency() == widened.urgency()) {
                checkQueues(widened, pathway);
            }
        }
    }

    private void checkQueues(Rule widened, Rule other) {
        List<Queue> left = new ArrayList<>(other.queues());
        left.removeAll(widened.queues());
        if (!left.isEmpty()) {
            refuseSuppression(widened, other, "and nobody would ask " + left + ": add them to its queues");
        }
    }

    private void refuseSuppression(Rule widened, Rule other, String reason) {
        refusals.refuse(
                widened.id(), "loosens: by firing more often it would take the place of " + other.id() + ", " + reason);
    }

    private Rule own(String id) {
        return own.rule(id).orElseThrow();
    }

    private Rule effective(String id) {
        return effective.rule(id).orElseThrow();
    }
}
