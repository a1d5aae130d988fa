package io.dorsal.rules.lint;

import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a ruleset can be evaluated in spite of its defects, so that one defect does not hide another: the rules whose own
 * condition was understood, and all that it rests on.
 */
final class SoundPart {
    private final Ruleset ruleset;
    private final Set<String> unread;
    private final Set<String> conditionRules = new HashSet<>();
    private final Set<String> sound = new HashSet<>();

    private SoundPart(Ruleset ruleset, Set<String> unread) {
        this.ruleset = ruleset;
        this.unread = unread;
        ruleset.rules(RuleTable.Kind.CONDITION).forEach(rule -> conditionRules.add(rule.id()));
    }

    /** The ruleset reduced to its sound rules; without advice and classes, and with a pathway that has an end. */
    static Ruleset of(Ruleset ruleset, Set<String> unread) {
        SoundPart part = new SoundPart(ruleset, unread);
        part.collect();
        return part.reduced();
    }

    /** A rule is sound once all it refers to is, so that a circle never becomes so. */
    private void collect() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Rule rule : ruleset.rules()) {
                grown |= !sound.contains(rule.id()) && isSound(rule) && sound.add(rule.id());
            }
        }
    }

    private boolean isSound(Rule rule) {
        return !unread.contains(rule.id())
                && Conditions.referredRules(rule.when()).stream().allMatch(this::isSoundConditionRule)
                && Conditions.all(rule.when()).allMatch(this::isUnderstood);
    }

    private boolean isSoundConditionRule(String id) {
        return sound.contains(id) && conditionRules.contains(id);
    }

    private boolean isUnderstood(Condition condition) {
        return switch (condition) {
            case Condition.Named(var term) -> !unread.contains("term " + term.name());
            case Condition.ScreenIncomplete() -> !unread.contains("screen");
            case Condition _ -> true;
        };
    }

    private Ruleset reduced() {
        Set<String> ids = new HashSet<>();
        List<RuleTable> tables = new ArrayList<>();
        for (RuleTable table : ruleset.tables()) {
            tables.add(table.with(table.rules().stream()
                    .filter(rule -> sound.contains(rule.id()) && ids.add(rule.id()))
                    .toList()));
        }
        tables.add(anything());
        return new Ruleset(
                ruleset.version(),
                ruleset.status(),
                ruleset.title(),
                ruleset.hash(),
                ruleset.vocabulary(),
                tables,
                ruleset.numbers(),
                ruleset.terms(),
                ruleset.screen(),
                only(DurationClass.ACUTE),
                only(Pattern.UNCLASSIFIED),
                ruleset.urgencies(),
                ruleset.queues(),
                List.of(),
                List.of(),
                List.of());
    }

    private static <C extends Enum<C>> Classification<C> only(C name) {
        return new Classification<>(List.of(new Classification.Case<>(name, new Condition.Always())));
    }

    private RuleTable anything() {
        return new RuleTable(
                "",
                "",
                RuleTable.Kind.PATHWAY,
                Set.of(),
                List.of(new Rule(
                        "(end)",
                        "",
                        Urgency.ROUTINE,
                        new Condition.Always(),
                        List.of(Queue.PRIMARY_CARE),
                        null,
                        "",
                        List.of())));
    }
}
