package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.stream.Stream;

/** Finds the questions whose missing answer counts for a condition: "is not", "lacks", "unanswered", the screen. */
record CountingAnswers(Ruleset ruleset) {

    Stream<Question> of(Condition condition) {
        return of(condition, false).distinct();
    }

    private Stream<Question> of(Condition condition, boolean negated) {
        return switch (condition) {
            case Condition.Not(Condition inner) -> of(inner, !negated);
            case Condition.Unanswered(Question question) -> negated ? Stream.empty() : Stream.of(question);
            case Condition.Is(Question question, int _) -> negated ? Stream.of(question) : Stream.empty();
            case Condition.HasAny(Question question, int _) -> negated ? Stream.of(question) : Stream.empty();
            case Condition.HasAll(Question question, int _) -> negated ? Stream.of(question) : Stream.empty();
            case Condition.Between(Question question, int _, int _) -> negated ? Stream.of(question) : Stream.empty();
            case Condition.ScreenIncomplete() ->
                negated
                        ? Stream.empty()
                        : ruleset.screen().stream()
                                .filter(asked -> asked.when() instanceof Condition.Always)
                                .map(ScreenQuestion::question);
            case Condition.AllOf _, Condition.AnyOf _, Condition.AtLeast _, Condition.Named _ ->
                Conditions.parts(condition).stream().flatMap(part -> of(part, negated));
            case Condition.Always _,
                    Condition.Derived _,
                    Condition.NoAnswerAmong _,
                    Condition.Fires _,
                    Condition.EarlierAssessments _ -> Stream.empty();
        };
    }
}
