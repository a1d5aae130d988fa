package io.dorsal.rules.policy;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.policy.ApplyingPolicy.Refusals;
import io.dorsal.rules.policy.PolicyChange.AddedQueues;
import io.dorsal.rules.policy.PolicyChange.RaisedUrgency;
import io.dorsal.rules.policy.PolicyChange.WidenedThreshold;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Changes one rule as a policy says, and refuses what is no step towards caution. */
final class ChangedRule {
    private final RuleTable.Kind kind;
    private final Rule own;
    private final NetworkPolicy policy;
    private final Refusals refusals;

    ChangedRule(RuleTable.Kind kind, Rule own, NetworkPolicy policy, Refusals refusals) {
        this.kind = kind;
        this.own = own;
        this.policy = policy;
        this.refusals = refusals;
    }

    Rule rule() {
        Urgency urgency = urgency();
        return own.with(urgency, when(), queues(urgency));
    }

    private Urgency urgency() {
        List<RaisedUrgency> changes = changes(RaisedUrgency.class).toList();
        if (changes.isEmpty()) {
            return own.urgency();
        }
        if (changes.size() > 1) {
            refuse("its urgency is set twice");
        }
        Urgency urgency = changes.getFirst().urgency();
        if (!urgency.isMoreUrgentThan(own.urgency())) {
            refuse(
                    urgency == own.urgency()
                            ? "is " + urgency + " already"
                            : "loosens: it is " + own.urgency() + ", and " + urgency + " is less urgent");
        }
        return urgency;
    }

    private Condition when() {
        List<WidenedThreshold> changes = changes(WidenedThreshold.class).toList();
        if (changes.isEmpty()) {
            return own.when();
        }
        if (kind == RuleTable.Kind.PATHWAY) {
            refuse(
                    "loosens: the first pathway rule that matches is the only finding, so one that matches more often keeps"
                            + " others from matching");
        }
        if (changes.stream().map(WidenedThreshold::from).distinct().count() < changes.size()) {
            refuse("a threshold is changed twice");
        }
        Widening widening = new Widening(changes);
        Condition widened = widening.widened(own.when());
        widening.misses().forEach(change -> refuse("has no such threshold: " + ConditionWords.inline(change.from())));
        widening.loosening()
                .forEach(change -> refuse(
                        change.from().equals(change.to())
                                ? "changes nothing: " + ConditionWords.inline(change.from())
                                : "loosens: it would no longer fire for some, with "
                                        + ConditionWords.inline(change.to()) + " in place of "
                                        + ConditionWords.inline(change.from())));
        return widened;
    }

    /** In the order of the rule, then of the policy; where it is an emergency, its department is asked first. */
    private List<Queue> queues(Urgency urgency) {
        List<Queue> queues = new ArrayList<>(own.queues());
        Set<Queue> named = new HashSet<>(queues);
        changes(AddedQueues.class).flatMap(change -> change.queues().stream()).forEach(queue -> {
            if (!named.add(queue)) {
                refuse("asks " + queue + " already");
            } else if (queue == Queue.EMERGENCY_DEPARTMENT && urgency == Urgency.EMERGENCY) {
                queues.addFirst(queue);
            } else {
                queues.add(queue);
            }
        });
        return queues;
    }

    private <C extends PolicyChange.OfRule> Stream<C> changes(Class<C> ofKind) {
        return policy.changes(ofKind).filter(change -> change.rule().equals(own.id()));
    }

    private void refuse(String reason) {
        refusals.refuse(own.id(), reason);
    }
}
