package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at what holds the rules together: version, tables and their order, and what the urgencies ask for. */
final class PolicyLint {
    private static final String FILE = "ruleset.yaml";
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,31}");

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Ruleset ruleset;
    private final Unread unread;
    private final List<Defect> defects = new ArrayList<>();

    private PolicyLint(Ruleset ruleset, Unread unread) {
        this.ruleset = ruleset;
        this.unread = unread;
    }

    static List<Defect> defects(Ruleset ruleset, Unread unread) {
        PolicyLint lint = new PolicyLint(ruleset, unread);
        if (!VERSION.matcher(ruleset.version()).matches()) {
            lint.add(null, "version must be a word of letters, digits, points and dashes, as 2026.1");
        }
        lint.lintTables();
        lint.lintUrgencies();
        return lint.defects;
    }

    private void lintTables() {
        RuleTable.Kind kind = RuleTable.Kind.CONDITION;
        for (RuleTable table : ruleset.tables()) {
            String name = "table " + table.file();
            if (!table.file().startsWith("rules/")) {
                add(name, "its file must lie in rules/");
            }
            if (table.rules().isEmpty() && !unread.files().contains(table.file())) {
                add(name, "has no rules");
            }
            if (kind == RuleTable.Kind.PATHWAY && table.kind() == RuleTable.Kind.CONDITION) {
                add(name, "stands after a pathway table, which must come last");
            }
            kind = table.kind();
            table.rules().forEach(rule -> lintUrgency(table, rule));
        }
    }

    private void lintUrgency(RuleTable table, Rule rule) {
        if (!table.urgencies().contains(rule.urgency())) {
            defects.add(new Defect(
                    table.file(),
                    rule.id(),
                    "urgency " + rule.urgency() + " does not belong into this file, which is for "
                            + table.urgencies()));
        }
        if (rule.urgency() == Urgency.EMERGENCY && !rule.queues().contains(Queue.EMERGENCY_DEPARTMENT)) {
            defects.add(new Defect(table.file(), rule.id(), "is an emergency, and must name EMERGENCY_DEPARTMENT"));
        }
    }

    private void lintUrgencies() {
        @Nullable Duration shorter = null;
        for (Urgency urgency : Urgency.values()) {
            UrgencyPolicy policy = Objects.requireNonNull(ruleset.urgencies().get(urgency));
            lintAlert(policy);
            Duration target = policy.target();
            if (target == null) {
                if (urgency != Urgency.SELF_CARE) {
                    add("urgency " + urgency, "needs a target");
                }
                continue;
            }
            if (target.isNegative()) {
                add("urgency " + urgency, "its target is negative");
            } else if (target.compareTo(LONGEST) > 0) {
                add("urgency " + urgency, "its target is longer than a year");
            } else if (shorter != null && target.compareTo(shorter) <= 0) {
                add("urgency " + urgency, "its target must be longer than that of every more urgent one");
            }
            shorter = shorter == null || target.compareTo(shorter) > 0 ? target : shorter;
        }
    }

    private void lintAlert(UrgencyPolicy policy) {
        String name = "urgency " + policy.urgency();
        Duration within = policy.alertAcknowledgedWithin();
        if (policy.urgency() != Urgency.EMERGENCY) {
            if (within != null) {
                add(name, "raises no alert, and nobody acknowledges one: alertAcknowledgedWithin is for EMERGENCY");
            }
        } else if (within == null || within.isNegative() || within.isZero()) {
            add(name, "needs alertAcknowledgedWithin, longer than nothing");
        }
    }

    private void add(@Nullable String what, String reason) {
        defects.add(new Defect(FILE, what, reason));
    }
}
