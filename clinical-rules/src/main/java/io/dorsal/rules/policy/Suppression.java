package io.dorsal.rules.policy;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rules fire for fewer where one fires for more, by themselves or by others in between. */
final class Suppression {
    private final List<Rule> rules;
    private final Set<String> more = new TreeSet<>();
    private final Set<String> fewer = new TreeSet<>();

    private Suppression(List<Rule> rules) {
        this.rules = rules;
    }

    /** Ids of the condition rules that may not fire any more where this one fires. */
    static Set<String> by(String rule, List<Rule> conditionRules) {
        Suppression suppression = new Suppression(conditionRules);
        suppression.follow(rule, true);
        return suppression.fewer;
    }

    /** Rules refer to each other in no circle, so this ends. */
    private void follow(String rule, boolean firesForMore) {
        if (!(firesForMore ? more : fewer).add(rule)) {
            return;
        }
        for (Rule other : rules) {
            if (asksFor(rule, other.when(), true)) {
                follow(other.id(), firesForMore);
            }
            if (asksFor(rule, other.when(), false)) {
                follow(other.id(), !firesForMore);
            }
        }
    }

    /** Whether the condition asks that the rule fires, or, where that is not asked, that it does not. */
    private static boolean asksFor(String rule, Condition condition, boolean firing) {
        return switch (condition) {
            case Condition.Fires(String target) -> firing && target.equals(rule);
            case Condition.Not(var negated) -> asksFor(rule, negated, !firing);
            case Condition.AllOf(var parts) -> asksFor(rule, parts, firing);
            case Condition.AnyOf(var parts) -> asksFor(rule, parts, firing);
            case Condition.AtLeast atLeast -> asksFor(rule, atLeast.parts(), firing);
            case Condition.Named(var term) -> asksFor(rule, term.when(), firing);
            case Condition.Always _,
                    Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Between _,
                    Condition.Derived _,
                    Condition.Unanswered _,
                    Condition.NoAnswerAmong _,
                    Condition.ScreenIncomplete _,
                    Condition.EarlierAssessments _ -> false;
        };
    }

    private static boolean asksFor(String rule, List<Condition> parts, boolean firing) {
        return parts.stream().anyMatch(part -> asksFor(rule, part, firing));
    }
}
