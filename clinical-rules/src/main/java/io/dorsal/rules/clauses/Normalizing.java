package io.dorsal.rules.clauses;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.ScreenQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings conditions into normal form. */
final class Normalizing {
    private final Columns columns;
    private final Condition screenIncomplete;

    Normalizing(Columns columns, List<ScreenQuestion> screen) {
        this.columns = columns;
        this.screenIncomplete = new Condition.AnyOf(screen.stream()
                .<Condition>map(
                        asked -> new Condition.AllOf(List.of(new Condition.Unanswered(asked.question()), asked.when())))
                .toList());
    }

    /** The parts that must all be met, as far as the condition is made of such. */
    static List<Condition> conjuncts(Condition condition) {
        return switch (condition) {
            case Condition.AllOf(var parts) ->
                parts.stream().flatMap(part -> conjuncts(part).stream()).toList();
            case Condition.Named(var term) -> conjuncts(term.when());
            case Condition.Not(Condition.AnyOf(var parts)) ->
                parts.stream()
                        .flatMap(part -> conjuncts(new Condition.Not(part)).stream())
                        .toList();
            case Condition.Always _,
                    Condition.Is _,
                    Condition.HasAny _,
                    Condition.HasAll _,
                    Condition.Between _,
                    Condition.Derived _,
                    Condition.Unanswered _,
                    Condition.AnyOf _,
                    Condition.AtLeast _,
                    Condition.Not _,
                    Condition.NoAnswerAmong _,
                    Condition.Fires _,
                    Condition.ScreenIncomplete _,
                    Condition.EarlierAssessments _ -> List.of(condition);
        };
    }

    /** The normal form of the condition, or of its negation where it is not to be met. */
    Normal of(Condition condition, boolean met) {
        return switch (condition) {
            case Condition.Always() -> met ? Normal.ALWAYS : Normal.NEVER;
            case Condition.OnAnswer onAnswer -> of(columns.clause(onAnswer), met);
            case Condition.Derived derived -> of(columns.clause(derived), met);
            case Condition.EarlierAssessments earlier -> of(columns.clause(earlier), met);
            case Condition.AllOf(var parts) -> met ? all(parts, true) : any(parts, false);
            case Condition.AnyOf(var parts) -> met ? any(parts, true) : all(parts, false);
            case Condition.AtLeast(int count, var parts) -> atLeast(met ? count : parts.size() - count + 1, parts, met);
            case Condition.Not(var negated) -> of(negated, !met);
            case Condition.NoAnswerAmong(var answers) -> met ? all(answers, false) : any(answers, true);
            case Condition.Named(var term) -> of(term.when(), met);
            case Condition.Fires _ -> Normal.UNKNOWN;
            case Condition.ScreenIncomplete() -> of(screenIncomplete, met);
        };
    }

    private Normal of(Optional<Clause> clause, boolean met) {
        return clause.map(found -> of(found, met)).orElse(Normal.UNKNOWN);
    }

    private Normal of(Clause clause, boolean met) {
        if (clause.equals(Clause.NEVER)) {
            return met ? Normal.NEVER : Normal.ALWAYS;
        }
        Clause wanted = met ? clause : columns.negated(clause);
        return columns.isAlwaysMet(wanted) ? Normal.ALWAYS : Normal.of(wanted);
    }

    private Normal all(List<? extends Condition> parts, boolean met) {
        return Normal.all(each(parts, met));
    }

    private Normal any(List<? extends Condition> parts, boolean met) {
        Normal any = Normal.any(each(parts, met));
        List<Clause> proper = any.clauses().stream()
                .filter(clause -> !columns.isAlwaysMet(clause))
                .toList();
        return new Normal(proper, any.exact());
    }

    /** Counting fits into clauses only where it means one or all; otherwise at least one is said of it. */
    private Normal atLeast(int count, List<Condition> parts, boolean met) {
        if (count <= 0) {
            return Normal.ALWAYS;
        }
        if (count > parts.size()) {
            return Normal.NEVER;
        }
        if (count == parts.size()) {
            return all(parts, met);
        }
        Normal any = any(parts, met);
        return count == 1 ? any : new Normal(any.clauses(), false);
    }

    private List<Normal> each(List<? extends Condition> parts, boolean met) {
        List<Normal> each = new ArrayList<>();
        parts.forEach(part -> each.add(of(part, met)));
        return each;
    }
}
