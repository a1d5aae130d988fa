package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.Term;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules of every form that conditions can have, nested and negated, asking for each other, whether they make sense or not. */
final class RandomConditions {
    private static final int MOST_PARTS = 4;
    /** The classes of the ruleset ask for these. */
    private static final List<String> ASKED_FOR = List.of("INFLAMMATORY-1", "INFLAMMATORY-2");

    private static final List<Urgency> URGENCIES = List.of(Urgency.values());

    private final Ruleset ruleset;
    private final Random random;
    private final List<String> earlierRules = new ArrayList<>();

    RandomConditions(Ruleset ruleset, long seed) {
        this.ruleset = ruleset;
        this.random = new Random(seed);
    }

    /** The ruleset with random rules in place of its own. */
    Ruleset ruleset(int conditionRules, int pathwayRules) {
        List<Rule> conditions = rules(
                Stream.concat(
                        ASKED_FOR.stream(), IntStream.range(0, conditionRules).mapToObj(i -> "C-" + i)),
                true);
        List<Rule> pathway = rules(IntStream.range(0, pathwayRules).mapToObj(i -> "P-" + i), false);
        pathway.add(rule("OTHERWISE", Urgency.ROUTINE, new Condition.Always()));
        return ruleset.withTables(List.of(
                new RuleTable("conditions", "Conditions", RuleTable.Kind.CONDITION, conditions),
                new RuleTable("pathway", "Pathway", RuleTable.Kind.PATHWAY, pathway)));
    }

    private List<Rule> rules(Stream<String> ids, boolean mayBeAskedFor) {
        List<Rule> rules = new ArrayList<>();
        ids.forEach(id -> {
            rules.add(rule(id, pick(URGENCIES), condition(3)));
            if (mayBeAskedFor) {
                earlierRules.add(id);
            }
        });
        return rules;
    }

    private static Rule rule(String id, Urgency urgency, Condition condition) {
        return new Rule(id, id, urgency, condition, List.of(), null, "", List.of());
    }

    private Condition condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 9 : 16);
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> onAnswer(pick(ruleset.vocabulary().questions()));
            case 5 -> new Condition.Unanswered(pick(ruleset.vocabulary().questions()));
            case 6 -> derived();
            case 7 -> earlierRules.isEmpty() ? new Condition.Always() : new Condition.Fires(pick(earlierRules));
            case 8 -> random.nextBoolean() ? new Condition.ScreenIncomplete() : new Condition.EarlierAssessments(2);
            case 9 -> new Condition.AllOf(parts(depth));
            case 10 -> new Condition.AnyOf(parts(depth));
            case 11 -> new Condition.AtLeast(1 + random.nextInt(MOST_PARTS), parts(depth));
            case 12, 13 -> new Condition.Not(condition(depth - 1));
            case 14 -> new Condition.Named(new Term("term", "", condition(depth - 1)));
            default -> new Condition.NoAnswerAmong(answers());
        };
    }

    private List<Condition> parts(int depth) {
        return Stream.generate(() -> condition(depth - 1))
                .limit(1 + random.nextInt(MOST_PARTS))
                .toList();
    }

    private List<Condition.Is> answers() {
        return ruleset.vocabulary().questions().stream()
                .filter(question -> random.nextInt(6) == 0)
                .flatMap(question -> onAnswer(question) instanceof Condition.Is is ? Stream.of(is) : Stream.of())
                .toList();
    }

    private Condition onAnswer(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> new Condition.Is(question, random.nextInt(4) == 0 ? 1 : 2);
            case AnswerType.OneOf oneOf ->
                new Condition.Is(question, some(oneOf.symbols().size()));
            case AnswerType.SetOf setOf -> {
                int symbols = some(setOf.symbols().size());
                yield random.nextBoolean()
                        ? new Condition.HasAny(question, symbols)
                        : new Condition.HasAll(question, symbols);
            }
            case AnswerType.WholeNumber number -> between(question, number);
        };
    }

    private Condition between(Question question, AnswerType.WholeNumber number) {
        int most = Math.min(number.max(), 100);
        int threshold = number.min() + random.nextInt(most - number.min() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.Between(question, threshold, number.max());
            case 1 -> new Condition.Between(question, number.min(), threshold);
            default -> new Condition.Between(question, threshold, Math.min(number.max(), threshold + 5));
        };
    }

    private int some(int symbols) {
        return 1 + random.nextInt((1 << symbols) - 1);
    }

    private Condition derived() {
        DerivedNumber number = new DerivedNumber(
                "derived",
                "",
                ruleset.vocabulary().question("patient.ageYears"),
                ruleset.vocabulary().question(pick(List.of("pain.durationDays", "treatment.weeks"))),
                pick(List.of(7, 365)));
        int threshold = random.nextInt(-10, 80);
        return random.nextBoolean()
                ? new Condition.Derived(number, threshold, Integer.MAX_VALUE)
                : new Condition.Derived(number, Integer.MIN_VALUE, threshold);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** So many rulesets of different sizes. */
    static Stream<Ruleset> rulesets(Ruleset ruleset, int count) {
        return IntStream.range(0, count).mapToObj(seed -> new RandomConditions(ruleset, seed).ruleset(seed, seed % 5));
    }
}
