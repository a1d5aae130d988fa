package io.dorsal.rules.ruleset;

import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import java.util.stream.Stream;

/** Looks into conditions. */
public final class Conditions {
    private Conditions() {}

    /** The condition and all conditions in it, those of terms included. */
    public static Stream<Condition> all(Condition condition) {
        return Stream.concat(Stream.of(condition), parts(condition).stream().flatMap(Conditions::all));
    }

    /** How many parts the condition has, those of terms included; counting ends soon after the most. */
    public static int size(Condition condition, int most) {
        int size = 1;
        for (Condition part : parts(condition)) {
            if (size > most) {
                return size;
            }
            size += size(part, most - size);
        }
        return size;
    }

    /** Ids of the rules that may keep the condition from being met by firing. */
    public static List<String> suppressingRules(Condition condition) {
        return all(condition)
                .filter(Condition.Not.class::isInstance)
                .flatMap(negation -> referredRules(negation).stream())
                .distinct()
                .toList();
    }

    /** Ids of the rules whose outcome the condition asks for. */
    public static List<String> referredRules(Condition condition) {
        return all(condition)
                .filter(Condition.Fires.class::isInstance)
                .map(Condition.Fires.class::cast)
                .map(Condition.Fires::rule)
                .distinct()
                .toList();
    }

    /** The questions that the condition itself looks at, those of terms included, and not those of rules it refers to. */
    public static Stream<Question> questions(Condition condition) {
        return all(condition).flatMap(Conditions::asked).distinct();
    }

    private static Stream<Question> asked(Condition condition) {
        return switch (condition) {
            case Condition.Is(Question question, int _) -> Stream.of(question);
            case Condition.HasAny(Question question, int _) -> Stream.of(question);
            case Condition.HasAll(Question question, int _) -> Stream.of(question);
            case Condition.Between(Question question, int _, int _) -> Stream.of(question);
            case Condition.Derived(DerivedNumber number, int _, int _) -> Stream.of(number.from(), number.minus());
            case Condition.Unanswered(Question question) -> Stream.of(question);
            case Condition.Always _,
                    Condition.AllOf _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Named _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _,
                    Condition.EarlierAssessments _ -> Stream.empty();
        };
    }

    /** The direct parts of the condition; of a term its condition. */
    public static List<? extends Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.AllOf(var parts) -> parts;
            case Condition.AnyOf(var parts) -> parts;
            case Condition.AtLeast atLeast -> atLeast.parts();
            case Condition.Not(var negated) -> List.of(negated);
            case Condition.NoAnswerAmong(var answers) -> answers;
            case Condition.Named(var term) -> List.of(term.when());
            case Condition.Always _,
                    Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Between _,
                    Condition.Derived _,
                    Condition.Unanswered _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _,
                    Condition.EarlierAssessments _ -> List.of();
        };
    }
}
