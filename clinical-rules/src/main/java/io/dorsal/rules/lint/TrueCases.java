package io.dorsal.rules.lint;

import io.dorsal.rules.assessment.Worsening;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.lint.RuleCases.Case;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the cases of the rules that can be evaluated: their outcome must be as told, and they must be near each other. */
final class TrueCases {
    private final TriageEngine engine;
    private final Set<String> pathway = new HashSet<>();
    private final Set<String> evaluated = new HashSet<>();
    private final List<Worsening> worsenings;
    private final boolean allSound;
    private final List<Defect> defects = new ArrayList<>();

    private TrueCases(Ruleset ruleset, Ruleset sound) {
        this.engine = new TriageEngine(sound);
        this.worsenings = Worsening.all(ruleset.vocabulary());
        ruleset.rules(RuleTable.Kind.PATHWAY).forEach(rule -> pathway.add(rule.id()));
        sound.rules().forEach(rule -> evaluated.add(rule.id()));
        this.allSound = ruleset.rules().stream().map(Rule::id).allMatch(evaluated::contains);
    }

    static List<Defect> defects(Ruleset ruleset, List<RuleCases> cases, Ruleset sound) {
        TrueCases lint = new TrueCases(ruleset, sound);
        lint.each(cases, lint::lint);
        return lint.defects;
    }

    /** Rules that stop firing, with nothing as urgent in their place, when an answer of a firing case gets worse. */
    static List<Defect> fallingWhenWorse(Ruleset ruleset, List<RuleCases> cases, Ruleset sound) {
        TrueCases lint = new TrueCases(ruleset, sound);
        if (lint.allSound) {
            lint.each(cases, ofRule -> ofRule.firing().forEach(one -> lint.lintWorse(one)));
        }
        return lint.defects;
    }

    /** Rules that fire for want of an answer, where no case shows it. */
    static List<Defect> notShown(Ruleset ruleset, List<RuleCases> cases, Ruleset sound) {
        TrueCases lint = new TrueCases(ruleset, sound);
        lint.each(cases, ofRule -> sound.rule(ofRule.rule()).ifPresent(rule -> lint.lintWhatCounts(rule, ofRule)));
        return lint.defects;
    }

    private void each(List<RuleCases> cases, Consumer<RuleCases> check) {
        cases.stream().filter(ofRule -> evaluated.contains(ofRule.rule())).forEach(check);
    }

    private void lint(RuleCases ofRule) {
        for (Case one : ofRule.firing()) {
            if (!fires(ofRule, one)) {
                add(ofRule, "does not fire for firing case " + one.number());
            }
        }
        for (Case one : ofRule.nearMisses()) {
            lintSilent(ofRule, "near miss", one);
            if (ofRule.firing().stream().noneMatch(firing -> firing.distanceTo(one) == 1)) {
                add(ofRule, "near miss " + one.number() + " is not one answer away from a firing case");
            }
        }
        lintWithout(ofRule);
    }

    private void lintWithout(RuleCases ofRule) {
        for (Case one : ofRule.silentWithout()) {
            lintSilent(ofRule, "unanswered case", one);
            if (ofRule.firing().stream().noneMatch(one::takesBackOneOf)) {
                add(
                        ofRule,
                        "unanswered case " + one.number()
                                + " takes back no answer of a firing case (or more than one)");
            }
        }
        for (Case one : ofRule.firingWithout()) {
            if (!fires(ofRule, one)) {
                add(ofRule, "does not fire for unanswered case " + one.number() + " of those where it fires");
            }
            if (Stream.concat(ofRule.firing().stream(), ofRule.nearMisses().stream())
                    .noneMatch(one::takesBackOneOf)) {
                add(
                        ofRule,
                        "unanswered case " + one.number()
                                + " of those where it fires takes back no answer of a firing case or near miss"
                                + " (or more than one)");
            }
        }
    }

    /** Where rules are missing, a pathway rule may match only because of that. */
    private void lintSilent(RuleCases ofRule, String what, Case one) {
        boolean told = allSound || !pathway.contains(ofRule.rule());
        if (told && fires(ofRule, one)) {
            add(ofRule, "fires for " + what + " " + one.number());
        }
    }

    /** Where a rule fires for want of an answer one has to look twice, so that is shown question by question. */
    private void lintWhatCounts(Rule rule, RuleCases ofRule) {
        List<Case> compared = Stream.concat(ofRule.firing().stream(), ofRule.nearMisses().stream())
                .toList();
        new CountingAnswers(engine.ruleset())
                .of(rule.when())
                .filter(question -> !question.required())
                .filter(question -> counts(question, ofRule, compared))
                .filter(question -> ofRule.firingWithout().stream()
                        .noneMatch(one -> compared.stream()
                                .filter(one::takesBackOneOf)
                                .anyMatch(other -> one.takenFrom(other)
                                        .filter(question::equals)
                                        .isPresent())))
                .forEach(question -> add(new Defect(
                        fileOf(rule.id()),
                        rule.id(),
                        "fires without an answer to " + question.path() + ", and no unanswered case shows it")));
    }

    /** Whether a case is seen to fire without the answer. */
    private boolean counts(Question question, RuleCases ofRule, List<Case> compared) {
        return ofRule.firing().stream().anyMatch(one -> !one.answers().isAnswered(question))
                || compared.stream()
                        .filter(one -> one.answers().isAnswered(question))
                        .anyMatch(one -> fires(ofRule, one.without(question)));
    }

    /** Worse answers that lower the urgency are told of the rule that stops firing. */
    private void lintWorse(Case one) {
        Decision before = engine.decide(one.answers(), one.earlierAssessments());
        for (Worsening worsening : worsenings) {
            if (!worsening.concerns(one.answers())) {
                continue;
            }
            Decision after = engine.decide(worsening.of(one.answers()), one.earlierAssessments());
            if (before.urgency().isMoreUrgentThan(after.urgency())) {
                complain(worsening, before, after);
            }
        }
    }

    /** Where a pathway rule gives way, it is to a rule that fires now; else a rule stopped that should not. */
    private void complain(Worsening worsening, Decision before, Decision after) {
        String worse = " when " + worsening.question() + " gets worse, and ";
        if (pathway.contains(before.findings().getFirst().rule())) {
            String rule = after.findings().getFirst().rule();
            add(new Defect(fileOf(rule), rule, "fires" + worse + "lowers the urgency"));
            return;
        }
        before.findings().stream()
                .filter(finding -> finding.urgency() == before.urgency())
                .forEach(finding -> add(new Defect(
                        fileOf(finding.rule()),
                        finding.rule(),
                        "stops firing" + worse + "nothing as urgent takes its place")));
    }

    private String fileOf(String rule) {
        return engine.ruleset().tables().stream()
                .filter(table -> table.rules().stream().anyMatch(one -> one.id().equals(rule)))
                .map(RuleTable::file)
                .findFirst()
                .orElse("");
    }

    private boolean fires(RuleCases ofRule, Case one) {
        return engine.decide(one.answers(), one.earlierAssessments()).findings().stream()
                .map(Finding::rule)
                .anyMatch(ofRule.rule()::equals);
    }

    private void add(RuleCases ofRule, String reason) {
        add(new Defect(ofRule.file(), ofRule.rule(), reason));
    }

    private void add(Defect defect) {
        if (!defects.contains(defect)) {
            defects.add(defect);
        }
    }
}
