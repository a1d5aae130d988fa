package io.dorsal.rules.yaml;

import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.Term;
import io.dorsal.rules.vocabulary.AnswerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Small mistakes that somebody might make in a ruleset: a part left out, a bound off by one, an answer forgotten. */
final class Mutations {
    private final Ruleset ruleset;
    private final Map<String, Ruleset> mutants = new LinkedHashMap<>();

    private Mutations(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** Mistaken rulesets by what is mistaken about them. */
    static Map<String, Ruleset> of(Ruleset ruleset) {
        Mutations mutations = new Mutations(ruleset);
        for (Rule rule : ruleset.rules()) {
            for (Condition mistaken : mistakes(rule.when())) {
                mutations.add(rule.id(), mistaken, other -> other.equals(rule) ? mistaken : other.when());
            }
        }
        for (Term term : ruleset.terms()) {
            for (Condition mistaken : mistakes(term.when())) {
                Condition named = new Condition.Named(new Term(term.name(), term.means(), mistaken));
                mutations.add(term.name(), mistaken, rule -> replaced(rule.when(), term, named));
            }
        }
        return mutations.mutants;
    }

    private void add(String name, Condition mistaken, Function<Rule, Condition> change) {
        List<RuleTable> tables = ruleset.tables().stream()
                .map(table -> table.with(table.rules().stream()
                        .map(rule -> rule.under(change.apply(rule)))
                        .toList()))
                .toList();
        mutants.put(name + " as " + ConditionWords.inline(mistaken), ruleset.withTables(tables));
    }

    private static List<Condition> mistakes(Condition condition) {
        List<Condition> mistakes = new ArrayList<>();
        switch (condition) {
            case Condition.AllOf(var parts) ->
                changed(parts).forEach(changed -> mistakes.add(new Condition.AllOf(changed)));
            case Condition.AnyOf(var parts) ->
                changed(parts).forEach(changed -> mistakes.add(new Condition.AnyOf(changed)));
            case Condition.AtLeast(int count, var parts) -> {
                changed(parts).forEach(changed -> mistakes.add(new Condition.AtLeast(count, changed)));
                mistakes.add(new Condition.AtLeast(count - 1, parts));
                mistakes.add(new Condition.AtLeast(count + 1, parts));
            }
            case Condition.Not(var negated) ->
                mistakes(negated).forEach(mistake -> mistakes.add(new Condition.Not(mistake)));
            case Condition.Between(var question, int min, int max) -> {
                AnswerType.WholeNumber type = (AnswerType.WholeNumber) question.type();
                if (min > type.min()) {
                    mistakes.add(new Condition.Between(question, min - 1, max));
                    mistakes.add(new Condition.Between(question, min + 1, max));
                }
                if (max < type.max()) {
                    mistakes.add(new Condition.Between(question, min, max - 1));
                    mistakes.add(new Condition.Between(question, min, max + 1));
                }
            }
            case Condition.Derived(var number, int min, int max) -> {
                mistakes.add(new Condition.Derived(number, min, max - 1));
                mistakes.add(new Condition.Derived(number, min, max + 1));
            }
            case Condition.Is(var question, int accepted) -> {
                for (int raw = 0; question.type().accepts(raw) && Integer.bitCount(accepted) > 1; raw++) {
                    if ((accepted >>> raw & 1) == 1) {
                        mistakes.add(new Condition.Is(question, accepted & ~(1 << raw)));
                    }
                }
            }
            case Condition.EarlierAssessments(int atLeast) -> {
                mistakes.add(new Condition.EarlierAssessments(atLeast - 1));
                mistakes.add(new Condition.EarlierAssessments(atLeast + 1));
            }
            default -> {}
        }
        return mistakes;
    }

    private static List<List<Condition>> changed(List<Condition> parts) {
        List<List<Condition>> changed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Condition> less = new ArrayList<>(parts);
            less.remove(i);
            changed.add(less);
            for (Condition mistake : mistakes(parts.get(i))) {
                List<Condition> other = new ArrayList<>(parts);
                other.set(i, mistake);
                changed.add(other);
            }
        }
        return changed;
    }

    private static Condition replaced(Condition condition, Term term, Condition with) {
        UnaryOperator<Condition> inner = part -> replaced(part, term, with);
        return switch (condition) {
            case Condition.Named named when named.term().equals(term) -> with;
            case Condition.Named(Term other) ->
                new Condition.Named(new Term(other.name(), other.means(), inner.apply(other.when())));
            case Condition.AllOf(var parts) ->
                new Condition.AllOf(parts.stream().map(inner).toList());
            case Condition.AnyOf(var parts) ->
                new Condition.AnyOf(parts.stream().map(inner).toList());
            case Condition.AtLeast(int count, var parts) ->
                new Condition.AtLeast(count, parts.stream().map(inner).toList());
            case Condition.Not(var negated) -> new Condition.Not(inner.apply(negated));
            default -> condition;
        };
    }
}
