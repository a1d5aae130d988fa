package io.dorsal.rules.policy;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.lint.Linter;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Applies a network's policy to a ruleset, and refuses it where anything in it loosens: for no assessment may the decision
 * become less urgent, and while it stays as urgent, no queue may be left out that the ruleset asks for.
 */
public final class ApplyingPolicy {
    private final Ruleset ruleset;
    private final NetworkPolicy policy;
    private final List<Defect> defects = new ArrayList<>();

    private ApplyingPolicy(Ruleset ruleset, NetworkPolicy policy) {
        this.ruleset = ruleset;
        this.policy = policy;
    }

    /** The ruleset with the policy, or why there is none. */
    public static PolicyOutcome apply(Ruleset ruleset, NetworkPolicy policy) {
        return new ApplyingPolicy(ruleset, policy).apply();
    }

    /** What is wrong with single changes; for a policy of which not all could be read, so that it says no more. */
    public static List<Defect> defects(Ruleset ruleset, NetworkPolicy policy) {
        ApplyingPolicy applying = new ApplyingPolicy(ruleset, policy);
        applying.changed();
        return applying.defects;
    }

    private PolicyOutcome apply() {
        if (policy.changes().isEmpty()) {
            defects.add(new Defect(policy.file(), null, "changes nothing"));
        }
        Ruleset effective = changed();
        if (defects.isEmpty()) {
            lint(effective);
            new Floor(ruleset, effective, policy, this::refuse).check();
        }
        return defects.isEmpty()
                ? new PolicyOutcome.Accepted(new EffectiveRuleset(ruleset, effective, policy.changes()))
                : new PolicyOutcome.Refused(defects);
    }

    private Ruleset changed() {
        policy.changes(PolicyChange.OfRule.class)
                .filter(change -> ruleset.rule(change.rule()).isEmpty())
                .forEach(change -> refuse(change.rule(), "no such rule"));
        List<RuleTable> tables = ruleset.tables().stream().map(this::changed).toList();
        Map<Urgency, UrgencyPolicy> urgencies = new ChangedTargets(ruleset, policy, this::refuse).urgencies();
        return ruleset.with(
                policy.effectiveVersion(ruleset.version()),
                EffectiveHash.of(ruleset, tables, policy),
                tables,
                urgencies);
    }

    private RuleTable changed(RuleTable table) {
        List<Rule> rules = table.rules().stream()
                .map(rule -> new ChangedRule(table.kind(), rule, policy, this::refuse).rule())
                .toList();
        return table.with(rules);
    }

    /** What holds of every ruleset holds of this one: nothing is suppressed by what is less urgent, and so on. */
    private void lint(Ruleset effective) {
        for (Defect defect : Linter.lintRules(effective)) {
            defects.add(new Defect(policy.file(), defect.rule(), defect.reason()));
        }
    }

    private void refuse(String subject, String reason) {
        defects.add(new Defect(policy.file(), subject, reason));
    }

    /** Hears why a policy is refused. */
    @FunctionalInterface
    interface Refusals {
        void refuse(String subject, String reason);
    }
}
