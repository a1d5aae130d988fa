package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds what can never be met or always is, what makes no difference, and what another rule leaves nothing to. */
final class ReachLint {
    private final Ruleset ruleset;
    private final Satisfaction satisfaction;
    private final TriageEngine engine;
    private final List<Defect> defects = new ArrayList<>();

    private ReachLint(Ruleset ruleset, Satisfaction satisfaction) {
        this.ruleset = ruleset;
        this.satisfaction = satisfaction;
        this.engine = new TriageEngine(ruleset);
    }

    static List<Defect> defects(Ruleset sound, Satisfaction satisfaction, Unread unread) {
        ReachLint lint = new ReachLint(sound, satisfaction);
        lint.lintRules();
        lint.lintPathway();
        sound.terms().stream()
                .filter(term -> !unread.conditions().contains("term " + term.name()))
                .forEach(term -> lint.lintAlone("terms.yaml", "term " + term.name(), term.when()));
        return lint.defects;
    }

    /** Classes are looked at apart, since the sound part of a ruleset has none. */
    static <C extends Enum<C>> List<Defect> defects(Classification<C> classes, String what, Satisfaction satisfaction) {
        List<Defect> defects = new ArrayList<>();
        List<Condition> before = new ArrayList<>();
        for (Classification.Case<C> one : classes.cases()) {
            if (!satisfaction.canHold(butNot(one.when(), before))) {
                defects.add(new Defect(
                        "ruleset.yaml",
                        what + " " + one.name(),
                        "is never reached, for want of what those before it leave"));
            }
            before.add(one.when());
        }
        return defects;
    }

    private void lintRules() {
        List<Rule> rules = ruleset.rules(RuleTable.Kind.CONDITION);
        for (RuleTable table : ruleset.tables()) {
            if (table.kind() == RuleTable.Kind.CONDITION) {
                table.rules().forEach(rule -> {
                    if (lintAlone(table.file(), rule.id(), rule.when())) {
                        lintShadow(table.file(), rule, rules);
                    }
                });
            }
        }
    }

    /** Whether there is nothing to say about the condition as a whole. */
    private boolean lintAlone(String file, String what, Condition when) {
        if (!satisfaction.canHold(when)) {
            defects.add(new Defect(file, what, "its condition can never be met"));
            return false;
        }
        if (!satisfaction.canHold(new Condition.Not(when))) {
            defects.add(new Defect(file, what, "its condition is always met"));
            return false;
        }
        lintParts(file, what, when, when, with -> with);
        return true;
    }

    private void lintParts(
            String file, String what, Condition whole, Condition part, Function<Condition, Condition> within) {
        switch (part) {
            case Condition.AllOf(var parts) -> lintEach(file, what, whole, parts, within, Condition.AllOf::new);
            case Condition.AnyOf(var parts) -> lintEach(file, what, whole, parts, within, Condition.AnyOf::new);
            case Condition.AtLeast(int count, var parts) ->
                lintEach(file, what, whole, parts, within, less -> new Condition.AtLeast(count, less));
            case Condition.Not(Condition negated) ->
                lintParts(file, what, whole, negated, with -> within.apply(new Condition.Not(with)));
            case Condition _ -> {}
        }
    }

    private void lintEach(
            String file,
            String what,
            Condition whole,
            List<Condition> parts,
            Function<Condition, Condition> within,
            Function<List<Condition>, Condition> of) {
        for (int i = 0; i < parts.size(); i++) {
            List<Condition> less = new ArrayList<>(parts);
            Condition one = less.remove(i);
            if (satisfaction.areEqual(whole, within.apply(of.apply(less)))) {
                defects.add(new Defect(file, what, "a part makes no difference: " + ConditionWords.inline(one)));
                continue;
            }
            int at = i;
            lintParts(file, what, whole, one, with -> {
                List<Condition> other = new ArrayList<>(parts);
                other.set(at, with);
                return within.apply(of.apply(other));
            });
        }
    }

    /** Only a rule that fires along with an example of this one can shadow it. */
    private void lintShadow(String file, Rule rule, List<Rule> rules) {
        Set<String> alongside = firingAt(rule);
        for (Rule other : rules) {
            if (other.id().equals(rule.id()) || !alongside.contains(other.id())) {
                continue;
            }
            boolean leavesNothing = other.urgency().isMoreUrgentThan(rule.urgency())
                    && (other.urgency() == Urgency.EMERGENCY
                            || new HashSet<>(other.queues()).containsAll(rule.queues()));
            boolean mayBeSame = rules.indexOf(other) < rules.indexOf(rule);
            if (leavesNothing && satisfaction.implies(rule.when(), other.when())) {
                defects.add(new Defect(
                        file, rule.id(), "is shadowed: it fires only where the more urgent " + other.id() + " does"));
            } else if (mayBeSame && satisfaction.areEqual(rule.when(), other.when())) {
                defects.add(
                        new Defect(file, rule.id(), "is shadowed: it fires for exactly what " + other.id() + " does"));
            }
        }
    }

    private Set<String> firingAt(Rule rule) {
        Search search = satisfaction.search(rule.when());
        Set<String> firing = new HashSet<>();
        if (search.run() == Search.Outcome.FOUND) {
            engine.decide(satisfaction.answers(search.found()), 0)
                    .findings()
                    .forEach(finding -> firing.add(finding.rule()));
        }
        return firing;
    }

    private void lintPathway() {
        List<Condition> before = new ArrayList<>();
        for (RuleTable table : ruleset.tables()) {
            if (table.kind() == RuleTable.Kind.PATHWAY && !table.file().isEmpty()) {
                for (Rule rule : table.rules()) {
                    lintPathwayRule(table.file(), rule, before);
                    before.add(rule.when());
                }
            }
        }
    }

    private void lintPathwayRule(String file, Rule rule, List<Condition> before) {
        if (!satisfaction.canHold(rule.when())) {
            defects.add(new Defect(file, rule.id(), "its condition can never be met"));
        } else if (!satisfaction.canHold(butNot(rule.when(), before))) {
            defects.add(new Defect(file, rule.id(), "is shadowed: the rules before it match whatever it matches"));
        } else if (satisfaction.canHold(new Condition.Not(rule.when()))) {
            lintParts(file, rule.id(), rule.when(), rule.when(), with -> with);
        }
    }

    private static Condition butNot(Condition one, List<Condition> others) {
        List<Condition> parts = new ArrayList<>(List.of(one));
        others.forEach(other -> parts.add(new Condition.Not(other)));
        return new Condition.AllOf(parts);
    }
}
