package io.dorsal.bench.rules;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** Writes the conditions of a ruleset out, so that each stands for itself. */
final class WritingOut {
    private final Ruleset ruleset;
    private final Logic screenIncomplete;

    WritingOut(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.screenIncomplete = new Logic.Any(ruleset.screen().stream()
                .<Logic>map(asked -> all(List.of(new Condition.Unanswered(asked.question()), asked.when())))
                .toList());
    }

    Logic of(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> new Logic.All(List.of());
            case Condition.Is(var question, int accepted) -> new Logic.OneOf(question, accepted);
            case Condition.HasAny(var question, int symbols) -> new Logic.AnySymbol(question, symbols);
            case Condition.HasAll(var question, int symbols) -> new Logic.AllSymbols(question, symbols);
            case Condition.Between(var question, int min, int max) -> new Logic.Between(question, min, max);
            case Condition.Derived(var number, int min, int max) -> new Logic.Derived(number, min, max);
            case Condition.Unanswered(var question) -> new Logic.Unanswered(question);
            case Condition.AllOf(var parts) -> all(parts);
            case Condition.AnyOf(var parts) -> new Logic.Any(each(parts));
            case Condition.AtLeast(int count, var parts) -> new Logic.AtLeast(count, each(parts));
            case Condition.Not(var negated) -> new Logic.Not(of(negated));
            case Condition.NoAnswerAmong(var answers) -> new Logic.Not(new Logic.Any(each(answers)));
            case Condition.Named(var term) -> of(term.when());
            case Condition.Fires(String rule) ->
                of(ruleset.rule(rule).orElseThrow().when());
            case Condition.ScreenIncomplete() -> screenIncomplete;
            case Condition.EarlierAssessments(int atLeast) -> new Logic.EarlierAssessments(atLeast);
        };
    }

    /** What always holds, or stands in a conjunction within one, is no part of its own. */
    private Logic all(List<Condition> parts) {
        List<Logic> flat = new ArrayList<>();
        for (Logic part : each(parts)) {
            if (part instanceof Logic.All(var inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Logic.All(List.copyOf(flat));
    }

    private List<Logic> each(List<? extends Condition> parts) {
        return parts.stream().map(this::of).toList();
    }
}
