package io.dorsal.rules.lint;

import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sees to it that rules can be evaluated at all: ids are unique, references lead to condition rules and never back, no
 * rule hangs on a less urgent one, and there is an outcome for every assessment.
 */
final class StructureLint {
    private static final Pattern ID = Pattern.compile("[A-Z]+-[0-9]+");

    private final Ruleset ruleset;
    private final Unread unread;
    private final Map<String, Rule> conditionRules = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private final Set<Set<String>> circles = new LinkedHashSet<>();
    private final Set<String> followed = new HashSet<>();

    private StructureLint(Ruleset ruleset, Unread unread) {
        this.ruleset = ruleset;
        this.unread = unread;
        ruleset.rules(RuleTable.Kind.CONDITION).forEach(rule -> conditionRules.putIfAbsent(rule.id(), rule));
    }

    static List<Defect> defects(Ruleset ruleset, Unread unread) {
        StructureLint lint = new StructureLint(ruleset, unread);
        lint.lintIds();
        lint.lintReferences();
        for (RuleTable table : ruleset.tables()) {
            table.rules().forEach(rule -> lint.lintSuppression(table.file(), rule));
        }
        lint.lintOthers();
        lint.lintLastPathwayRule();
        return lint.defects;
    }

    private void lintReferences() {
        for (RuleTable table : ruleset.tables()) {
            for (Rule rule : table.rules()) {
                lintTargets(table.file(), rule.id(), rule.when());
                lintCircle(table.file(), rule.id(), new LinkedHashSet<>());
            }
        }
        lintClasses();
    }

    private void lintIds() {
        Map<String, String> files = new HashMap<>();
        for (RuleTable table : ruleset.tables()) {
            for (Rule rule : table.rules()) {
                if (!ID.matcher(rule.id()).matches()) {
                    defects.add(new Defect(table.file(), rule.id(), "id must be a word and a number, as CES-1"));
                }
                String first = files.putIfAbsent(rule.id(), table.file());
                if (first != null) {
                    defects.add(new Defect(table.file(), rule.id(), "duplicate id, first used in " + first));
                }
            }
        }
    }

    private void lintTargets(String file, String rule, Condition condition) {
        for (String target : Conditions.referredRules(condition)) {
            if (!conditionRules.containsKey(target)
                    && unread.files().stream().noneMatch(one -> one.startsWith("rules/"))) {
                defects.add(new Defect(file, rule, "refers to no condition rule: " + target));
            }
        }
    }

    /** A rule that fails counts as fired, and must not take a more urgent one away by that. */
    private void lintSuppression(String file, Rule rule) {
        for (String target : Conditions.suppressingRules(rule.when())) {
            Rule suppressing = conditionRules.get(target);
            if (suppressing != null && rule.urgency().isMoreUrgentThan(suppressing.urgency())) {
                defects.add(
                        new Defect(file, rule.id(), "would be suppressed by a rule that is less urgent: " + target));
            }
        }
    }

    private void lintCircle(String file, String rule, Set<String> path) {
        Rule known = conditionRules.get(rule);
        if (known == null || followed.contains(rule)) {
            return;
        }
        if (!path.add(rule)) {
            List<String> walked = new ArrayList<>(path);
            List<String> circle = walked.subList(walked.indexOf(rule), walked.size());
            if (circles.add(Set.copyOf(circle))) {
                String reason =
                        circle.size() == 1 ? "refers to itself" : "rules refer to each other in a circle: " + circle;
                defects.add(new Defect(file, rule, reason));
            }
            return;
        }
        Conditions.referredRules(known.when()).forEach(target -> lintCircle(file, target, path));
        path.remove(rule);
        followed.add(rule);
    }

    private void lintClasses() {
        ruleset.durationClasses()
                .cases()
                .forEach(one -> lintTargets("ruleset.yaml", "class " + one.name(), one.when()));
        ruleset.patterns().cases().forEach(one -> lintTargets("ruleset.yaml", "pattern " + one.name(), one.when()));
    }

    private void lintOthers() {
        ruleset.screen().forEach(asked -> lintNoReference("ruleset.yaml", "screen " + asked.question(), asked.when()));
        ruleset.terms().forEach(term -> lintNoReference("terms.yaml", "term " + term.name(), term.when()));
        ruleset.advice().forEach(advice -> lintNoReference("advice.yaml", "advice " + advice.id(), advice.answers()));
        lintClasses(ruleset.durationClasses(), "class", DurationClass.values());
        lintClasses(ruleset.patterns(), "pattern", io.dorsal.rules.decision.Pattern.values());
    }

    private void lintNoReference(String file, String what, Condition condition) {
        if (!Conditions.referredRules(condition).isEmpty()) {
            defects.add(new Defect(file, what, "must speak of answers, not of rules"));
        }
    }

    private <C extends Enum<C>> void lintClasses(Classification<C> classification, String what, C[] all) {
        List<Classification.Case<C>> cases = classification.cases();
        if (cases.isEmpty() || !(cases.getLast().when() instanceof Condition.Always)) {
            defects.add(new Defect("ruleset.yaml", null, "the last class of a classification must always match"));
        }
        for (C name : all) {
            long times = cases.stream().filter(one -> one.name() == name).count();
            if (times != 1) {
                defects.add(new Defect("ruleset.yaml", what + " " + name, times == 0 ? "is missing" : "stands twice"));
            }
        }
    }

    /** Else there could be a decision without a finding. */
    private void lintLastPathwayRule() {
        List<Rule> pathway = ruleset.rules(RuleTable.Kind.PATHWAY);
        if (ruleset.tables().stream().anyMatch(table -> unread.files().contains(table.file()))) {
            return;
        }
        if (pathway.isEmpty() || !(pathway.getLast().when() instanceof Condition.Always)) {
            defects.add(new Defect("ruleset.yaml", null, "the last pathway rule must always match"));
        }
    }
}
