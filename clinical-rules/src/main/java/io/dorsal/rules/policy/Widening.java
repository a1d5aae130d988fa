package io.dorsal.rules.policy;

import io.dorsal.rules.policy.PolicyChange.WidenedThreshold;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts other thresholds into one rule's condition. Terms that hold one are written out, so that other rules keep theirs.
 * A comparison inside of {@code not} makes the rule fire for more where it is met by fewer.
 */
final class Widening {
    private final Map<Condition, WidenedThreshold> changes = new LinkedHashMap<>();
    private final Set<WidenedThreshold> found = new LinkedHashSet<>();
    private final Set<WidenedThreshold> loosening = new LinkedHashSet<>();

    /** @param changes of one rule, each of another comparison */
    Widening(List<WidenedThreshold> changes) {
        changes.forEach(change -> this.changes.put(change.from(), change));
    }

    /** The condition with the changes. */
    Condition widened(Condition condition) {
        return changed(condition, true);
    }

    /** Those of the changes whose comparison is not in the condition. */
    List<WidenedThreshold> misses() {
        List<WidenedThreshold> missed = new ArrayList<>(changes.values());
        missed.removeAll(found);
        return missed;
    }

    /** Those of the changes by which the condition is not met by all that meet it now, and more. */
    Set<WidenedThreshold> loosening() {
        return loosening;
    }

    /** @param counts whether the whole is met by more where this is */
    private Condition changed(Condition condition, boolean counts) {
        WidenedThreshold change = changes.get(condition);
        if (change != null) {
            found.add(change);
            if (counts ? !isWider(change.to(), change.from()) : !isWider(change.from(), change.to())) {
                loosening.add(change);
            }
            return change.to();
        }
        return switch (condition) {
            case Condition.AllOf(var parts) -> new Condition.AllOf(changed(parts, counts));
            case Condition.AnyOf(var parts) -> new Condition.AnyOf(changed(parts, counts));
            case Condition.AtLeast(int count, var parts) -> new Condition.AtLeast(count, changed(parts, counts));
            case Condition.Not(var negated) -> new Condition.Not(changed(negated, !counts));
            case Condition.Named(Term term) -> {
                Condition when = changed(term.when(), counts);
                yield when.equals(term.when()) ? condition : when;
            }
            case Condition.Always _,
                    Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Between _,
                    Condition.Derived _,
                    Condition.Unanswered _,
                    Condition.NoAnswerAmong _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _,
                    Condition.EarlierAssessments _ -> condition;
        };
    }

    private List<Condition> changed(List<Condition> parts, boolean counts) {
        return parts.stream().map(part -> changed(part, counts)).toList();
    }

    private static boolean isWider(Condition one, Condition other) {
        return Comparison.in(one).isWiderThan(Comparison.in(other));
    }
}
