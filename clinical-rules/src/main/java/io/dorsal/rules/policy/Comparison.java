package io.dorsal.rules.policy;

import io.dorsal.rules.ruleset.Condition;
import java.util.Optional;

/**
 * A comparison of one number with its bounds.
 *
 * @param number what is compared: an answer's path, a derived number's name, or the count of earlier assessments
 */
record Comparison(String number, int min, int max) {
    private static final String EARLIER_ASSESSMENTS = "earlierAssessments";

    /** The comparison that the condition is; empty if it is none. */
    static Optional<Comparison> of(Condition condition) {
        return switch (condition) {
            case Condition.Between(var question, int min, int max) ->
                Optional.of(new Comparison(question.path(), min, max));
            case Condition.Derived(var number, int min, int max) ->
                Optional.of(new Comparison(number.name(), min, max));
            case Condition.EarlierAssessments(int atLeast) ->
                Optional.of(new Comparison(EARLIER_ASSESSMENTS, atLeast, Integer.MAX_VALUE));
            case Condition.Always _,
                    Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Unanswered _,
                    Condition.AllOf _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Named _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _ -> Optional.empty();
        };
    }

    /** The comparison that the condition, known to be one, is. */
    static Comparison in(Condition condition) {
        return of(condition).orElseThrow(() -> new IllegalArgumentException("compares no number"));
    }

    /** Whether every number that meets the other meets this, and more do. */
    boolean isWiderThan(Comparison other) {
        return number.equals(other.number) && min <= other.min && max >= other.max && !equals(other);
    }

    /** The comparison in one way of writing it. */
    String canonical() {
        return number + " " + min + " " + max;
    }
}
