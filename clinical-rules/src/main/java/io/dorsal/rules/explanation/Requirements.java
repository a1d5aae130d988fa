package io.dorsal.rules.explanation;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Works out in which ways a condition can come out as wanted: each alternative is a {@link Requirement}. */
final class Requirements {
    /** Beyond so many only the cheapest are kept, which bounds the work for any ruleset that loads. */
    private static final int MOST_ALTERNATIVES = 128;

    private final Ruleset ruleset;
    private final Choices choices;
    private final int earlierAssessments;
    private final Map<String, List<Requirement>> firing = new HashMap<>();
    private final Map<String, List<Requirement>> notFiring = new HashMap<>();

    private final Predicate<Rule> mayFire;

    /**
     * @param earlierAssessments negative: not known
     * @param mayFire whether a rule may keep another from firing by firing itself
     */
    Requirements(Ruleset ruleset, Choices choices, int earlierAssessments, Predicate<Rule> mayFire) {
        this.ruleset = ruleset;
        this.choices = choices;
        this.earlierAssessments = earlierAssessments;
        this.mayFire = mayFire;
    }

    /** The ways in which a rule's own condition comes out as wanted; none where there is no such rule. */
    List<Requirement> ofRule(String id, boolean wanted) {
        Map<String, List<Requirement>> known = wanted ? firing : notFiring;
        List<Requirement> alternatives = known.get(id);
        if (alternatives == null) {
            alternatives = ruleset.rule(id).map(rule -> of(rule.when(), wanted)).orElse(List.of());
            known.put(id, alternatives);
        }
        return alternatives;
    }

    /** The alternatives, those with the fewest changes first; none where it cannot come out so. */
    private List<Requirement> of(Condition condition, boolean wanted) {
        return switch (condition) {
            case Condition.Always _ -> settled(wanted);
            case Condition.OnAnswer asked -> single(asked.question(), raw -> asked.isMetBy(raw) == wanted);
            case Condition.Derived(DerivedNumber number, int min, int max) -> derived(number, wanted, min, max);
            case Condition.AllOf(var parts) -> wanted ? all(parts, true) : any(parts, false);
            case Condition.AnyOf(var parts) -> wanted ? any(parts, true) : all(parts, false);
            case Condition.AtLeast(int count, var parts) ->
                wanted ? some(parts, count, true) : some(parts, parts.size() - count + 1, false);
            case Condition.Not(var negated) -> of(negated, !wanted);
            case Condition.NoAnswerAmong(var answers) -> wanted ? all(answers, false) : any(answers, true);
            case Condition.Named(var term) -> of(term.when(), wanted);
            case Condition.Fires(String rule) -> wanted && !mayFire(rule) ? List.of() : ofRule(rule, wanted);
            case Condition.ScreenIncomplete() -> screenIncomplete(wanted);
            case Condition.EarlierAssessments(int atLeast) -> settled(earlierAssessments >= atLeast == wanted);
        };
    }

    private boolean mayFire(String rule) {
        return ruleset.rule(rule).filter(mayFire).isPresent();
    }

    /** Both the one and the other. */
    static List<Requirement> both(List<Requirement> some, List<Requirement> others) {
        List<Requirement> both = new ArrayList<>();
        for (Requirement one : some) {
            for (Requirement other : others) {
                one.and(other).ifPresent(both::add);
            }
        }
        return cheapest(both.stream());
    }

    private static List<Requirement> cheapest(Stream<Requirement> requirements) {
        return requirements
                .distinct()
                .sorted(Comparator.comparingInt(Requirement::cost))
                .limit(MOST_ALTERNATIVES)
                .toList();
    }

    private static List<Requirement> settled(boolean asWanted) {
        return asWanted ? List.of(Requirement.NONE) : List.of();
    }

    private List<Requirement> single(Question question, IntPredicate asWanted) {
        return Requirement.of(question.index(), choices.mask(question.index(), asWanted)).stream()
                .toList();
    }

    private List<Requirement> derived(DerivedNumber number, boolean wanted, int min, int max) {
        int from = number.from().index();
        int minus = number.minus().index();
        List<Requirement> alternatives = new ArrayList<>();
        for (int less : choices.raws(minus)) {
            long enough = choices.mask(from, raw -> met(raw, less, number.per(), min, max) == wanted);
            Requirement.of(from, enough)
                    .flatMap(one -> Requirement.of(minus, choices.mask(minus, raw -> raw == less))
                            .flatMap(one::and))
                    .ifPresent(alternatives::add);
        }
        return cheapest(alternatives.stream());
    }

    private static boolean met(int from, int minus, int per, int min, int max) {
        return from >= 0 && minus >= 0 && from - minus / per >= min && from - minus / per <= max;
    }

    private List<Requirement> all(List<? extends Condition> parts, boolean wanted) {
        List<Requirement> together = List.of(Requirement.NONE);
        for (Condition part : parts) {
            together = both(together, of(part, wanted));
        }
        return together;
    }

    private List<Requirement> any(List<? extends Condition> parts, boolean wanted) {
        return cheapest(parts.stream().flatMap(part -> of(part, wanted).stream()));
    }

    /** At least so many of the parts: the ways to have so many of those before a part, with it and without it. */
    private List<Requirement> some(List<Condition> parts, int count, boolean wanted) {
        List<List<Requirement>> reached = new ArrayList<>();
        reached.add(List.of(Requirement.NONE));
        for (int i = 0; i < count; i++) {
            reached.add(List.of());
        }
        for (Condition part : parts) {
            List<Requirement> met = of(part, wanted);
            for (int n = count; n > 0; n--) {
                reached.set(
                        n, cheapest(Stream.concat(reached.get(n).stream(), both(reached.get(n - 1), met).stream())));
            }
        }
        return reached.get(count);
    }

    private List<Requirement> screenIncomplete(boolean wanted) {
        List<Requirement> open = List.of();
        List<Requirement> complete = List.of(Requirement.NONE);
        for (ScreenQuestion asked : ruleset.screen()) {
            Condition unanswered = new Condition.Unanswered(asked.question());
            open = cheapest(Stream.concat(open.stream(), both(of(unanswered, true), of(asked.when(), true)).stream()));
            complete = both(
                    complete,
                    cheapest(Stream.concat(of(unanswered, false).stream(), of(asked.when(), false).stream())));
        }
        return wanted ? open : complete;
    }
}
