package io.dorsal.bench.rules.peer;

import io.dorsal.bench.rules.Decider;
import io.dorsal.bench.rules.Fired;
import io.dorsal.bench.rules.Given;
import io.dorsal.bench.rules.Logic;
import io.dorsal.bench.rules.Rulebook;
import io.dorsal.bench.rules.Rulebook.Entry;
import java.util.List;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: conditions are functions composed once, rules are made by its builder. */
public final class EasyRules implements Decider {
    private static final String ASSESSMENT = "assessment";

    private final Assessment[] assessments;
    private final Fired firedConditions;
    private final Fired firedPathway;
    private final Rules conditions = new Rules();
    private final Rules pathway = new Rules();
    private final RulesEngine all = new DefaultRulesEngine();
    private final RulesEngine first = new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));

    public EasyRules(Rulebook rulebook, List<Given> assessments) {
        this.assessments = assessments.stream()
                .map(given -> new Assessment(given.numbers(), given.earlier()))
                .toArray(Assessment[]::new);
        this.firedConditions = new Fired(rulebook.conditions());
        this.firedPathway = new Fired(rulebook.pathway());
        register(rulebook.conditions(), conditions, firedConditions);
        register(rulebook.pathway(), pathway, firedPathway);
    }

    @Override
    public Object decide(int assessment) {
        Facts facts = new Facts();
        facts.put(ASSESSMENT, assessments[assessment]);
        firedConditions.clear();
        all.fire(conditions, facts);
        if (!firedConditions.isEmpty()) {
            return firedConditions.all();
        }
        firedPathway.clear();
        first.fire(pathway, facts);
        return firedPathway.first();
    }

    private static void register(List<Entry> entries, Rules rules, Fired fired) {
        for (Entry entry : entries) {
            Predicate<Assessment> test = compile(entry.when());
            int rank = entry.rank();
            rules.register(new RuleBuilder()
                    .name(entry.id())
                    .priority(rank)
                    .when(facts -> test.test(facts.get(ASSESSMENT)))
                    .then(_ -> fired.add(rank))
                    .build());
        }
    }

    private record Assessment(int[] numbers, int earlier) {}

    private static Predicate<Assessment> compile(Logic logic) {
        return switch (logic) {
            case Logic.OneOf(var question, int accepted) -> {
                int index = question.index();
                yield assessment -> assessment.numbers[index] >= 0 && (accepted >>> assessment.numbers[index] & 1) == 1;
            }
            case Logic.AnySymbol(var question, int symbols) -> {
                int index = question.index();
                yield assessment -> assessment.numbers[index] > 0 && (assessment.numbers[index] & symbols) != 0;
            }
            case Logic.AllSymbols(var question, int symbols) -> {
                int index = question.index();
                yield assessment -> assessment.numbers[index] >= 0 && (assessment.numbers[index] & symbols) == symbols;
            }
            case Logic.Between(var question, int min, int max) -> {
                int index = question.index();
                yield assessment -> assessment.numbers[index] >= min && assessment.numbers[index] <= max;
            }
            case Logic.Derived(var number, int min, int max) -> {
                int from = number.from().index();
                int minus = number.minus().index();
                int per = number.per();
                yield assessment -> {
                    int[] numbers = assessment.numbers;
                    int derived = numbers[from] - numbers[minus] / per;
                    return numbers[from] >= 0 && numbers[minus] >= 0 && derived >= min && derived <= max;
                };
            }
            case Logic.Unanswered(var question) -> {
                int index = question.index();
                yield assessment -> assessment.numbers[index] < 0;
            }
            case Logic.EarlierAssessments(int atLeast) -> assessment -> assessment.earlier >= atLeast;
            case Logic.All(var parts) ->
                parts.stream().map(EasyRules::compile).reduce(Predicate::and).orElse(_ -> true);
            case Logic.Any(var parts) ->
                parts.stream().map(EasyRules::compile).reduce(Predicate::or).orElse(_ -> false);
            case Logic.AtLeast(int count, var parts) -> {
                List<Predicate<Assessment>> tests =
                        parts.stream().map(EasyRules::compile).toList();
                yield assessment -> {
                    int met = 0;
                    for (Predicate<Assessment> test : tests) {
                        met += test.test(assessment) ? 1 : 0;
                    }
                    return met >= count;
                };
            }
            case Logic.Not(var negated) -> compile(negated).negate();
        };
    }
}
