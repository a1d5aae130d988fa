package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a ruleset that could be read. What cannot be read is told by the reader. */
public final class Linter {
    private Linter() {}

    /** Every defect; none if the ruleset may be loaded. One defect does not hide another, as far as that can be. */
    public static List<Defect> lint(Ruleset read, List<RuleCases> cases, Unread unread) {
        List<Defect> defects = new ArrayList<>();
        SizeLint size = SizeLint.of(read, unread);
        Ruleset ruleset = size.remaining();
        Unread left = size.unread();
        defects.addAll(size.defects());
        defects.addAll(PolicyLint.defects(ruleset, left));
        defects.addAll(StructureLint.defects(ruleset, left));
        defects.addAll(RuleLint.defects(ruleset, left));
        defects.addAll(TextLint.defects(ruleset, left));
        defects.addAll(CaseLint.defects(ruleset, cases, left));
        defects.addAll(conclusions(ruleset, cases, left));
        return defects.stream().distinct().toList();
    }

    /** Cases that are not true, and nothing else. */
    public static List<Defect> untrueCases(Ruleset ruleset, List<RuleCases> cases) {
        return TrueCases.defects(ruleset, cases, SoundPart.of(ruleset, Unread.NOTHING.conditions()));
    }

    private static List<Defect> conclusions(Ruleset ruleset, List<RuleCases> cases, Unread unread) {
        Ruleset sound = SoundPart.of(ruleset, unread.conditions());
        Satisfaction satisfaction = new Satisfaction(sound);
        List<Defect> defects = new ArrayList<>(ReachLint.defects(sound, satisfaction, unread));
        defects.addAll(classes(ruleset, sound));
        if (!unread.conditions().contains("screen")) {
            defects.addAll(ScreenLint.defects(sound, satisfaction));
        }
        defects.addAll(MonotoneLint.defects(sound, satisfaction, mostUrgentLeftOut(ruleset, sound)));
        defects.addAll(TrueCases.defects(ruleset, cases, sound));
        defects.addAll(TrueCases.notShown(ruleset, cases, sound));
        defects.addAll(TrueCases.fallingWhenWorse(ruleset, cases, sound));
        return defects;
    }

    /** What is wrong with the rules of a ruleset that was sound, and whose rules were changed: its cases need not hold. */
    public static List<Defect> lintRules(Ruleset ruleset) {
        SizeLint size = SizeLint.of(ruleset, Unread.NOTHING);
        List<Defect> defects = new ArrayList<>(size.defects());
        if (defects.isEmpty()) {
            defects.addAll(StructureLint.defects(ruleset, Unread.NOTHING));
            defects.addAll(RuleLint.defects(ruleset, Unread.NOTHING));
        }
        return defects;
    }

    /** Classes may ask for rules; only where those are sound can it be said that a class is never reached. */
    private static List<Defect> classes(Ruleset ruleset, Ruleset sound) {
        boolean understood = Stream.concat(
                        ruleset.durationClasses().cases().stream().map(one -> one.when()),
                        ruleset.patterns().cases().stream().map(one -> one.when()))
                .flatMap(when -> Conditions.referredRules(when).stream())
                .allMatch(rule -> sound.rule(rule).isPresent());
        if (!understood) {
            return List.of();
        }
        Satisfaction satisfaction = new Satisfaction(ruleset);
        List<Defect> defects = new ArrayList<>(ReachLint.defects(ruleset.durationClasses(), "class", satisfaction));
        defects.addAll(ReachLint.defects(ruleset.patterns(), "pattern", satisfaction));
        return defects;
    }

    /** A rule that is left out may take the place of any that is not more urgent. */
    private static Optional<Urgency> mostUrgentLeftOut(Ruleset ruleset, Ruleset sound) {
        return ruleset.rules(RuleTable.Kind.CONDITION).stream()
                .filter(rule -> sound.rule(rule.id()).isEmpty())
                .map(Rule::urgency)
                .min(Urgency::compareTo);
    }
}
