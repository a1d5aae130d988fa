package io.dorsal.rules.ruleset;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The answers that the rules of a ruleset tell apart. Whoever looks for an answer that changes an outcome need not try any
 * other: between two neighbouring thresholds every number has the same effect, and a symbol that no rule asks for has none.
 */
public final class DistinctAnswers {
    private final int[][] ofOpenQuestion;
    private final int[] namedSymbols;
    private final List<Condition.Derived> derived = new ArrayList<>();
    private final boolean[] partOfDerived;

    public DistinctAnswers(Ruleset ruleset) {
        List<Condition> conditions =
                ruleset.conditions().flatMap(Conditions::all).toList();
        Vocabulary vocabulary = ruleset.vocabulary();
        this.ofOpenQuestion = new int[vocabulary.size()][];
        this.namedSymbols = new int[vocabulary.size()];
        this.partOfDerived = new boolean[vocabulary.size()];
        List<NavigableSet<Integer>> numbers = new ArrayList<>();
        vocabulary.questions().forEach(_ -> numbers.add(new TreeSet<>()));
        for (Condition condition : conditions) {
            switch (condition) {
                case Condition.Between(Question question, int min, int max) ->
                    addBounds(numbers.get(question.index()), question, min, max);
                case Condition.HasAny(Question question, int symbols) -> namedSymbols[question.index()] |= symbols;
                case Condition.HasAll(Question question, int symbols) -> namedSymbols[question.index()] |= symbols;
                case Condition.Derived number -> add(number);
                case Condition.Always _,
                        Condition.Is _,
                        Condition.Unanswered _,
                        Condition.AllOf _,
                        Condition.AnyOf _,
                        Condition.AtLeast _,
                        Condition.Not _,
                        Condition.NoAnswerAmong _,
                        Condition.Named _,
                        Condition.Fires _,
                        Condition.ScreenIncomplete _,
                        Condition.EarlierAssessments _ -> {}
            }
        }
        for (Question question : vocabulary.questions()) {
            ofOpenQuestion[question.index()] = toArray(
                    question.type() instanceof AnswerType.SetOf
                            ? subsets(question, Answers.UNANSWERED)
                            : withoutThresholds(question, numbers.get(question.index())));
        }
    }

    private void add(Condition.Derived number) {
        derived.add(number);
        partOfDerived[number.number().from().index()] = true;
        partOfDerived[number.number().minus().index()] = true;
    }

    /** As {@link #of}, of a question that is unanswered and that no derived number is made of. */
    public int[] whenOpen(Question question) {
        return ofOpenQuestion[question.index()].clone();
    }

    /**
     * Raw numbers of answers to the question, ascending, of which one has the effect that any answer has while all others
     * stay as they are. The answer given need not be among them.
     */
    public int[] of(Question question, Answers answers) {
        int raw = answers.raw(question.index());
        boolean isSet = question.type() instanceof AnswerType.SetOf;
        if (partOfDerived[question.index()]) {
            return toArray(withDerived(question, answers));
        }
        return isSet && raw != Answers.UNANSWERED ? toArray(subsets(question, raw)) : ofOpenQuestion[question.index()];
    }

    private NavigableSet<Integer> withDerived(Question question, Answers answers) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (int number : ofOpenQuestion[question.index()]) {
            numbers.add(number);
        }
        for (Condition.Derived one : derived) {
            DerivedNumber number = one.number();
            if (number.from().index() == question.index() && answers.isAnswered(number.minus())) {
                int less = answers.raw(number.minus().index()) / number.per();
                addBounds(numbers, question, plus(one.min(), less), plus(one.max(), less));
            } else if (number.minus().index() == question.index() && answers.isAnswered(number.from())) {
                int from = answers.raw(number.from().index());
                addBounds(
                        numbers,
                        question,
                        times(from - (long) one.max(), number.per()),
                        plus(times(from - (long) one.min(), number.per()), number.per() - 1));
            }
        }
        return numbers;
    }

    private static int plus(int one, int other) {
        return Math.clamp((long) one + other, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static int times(long one, int other) {
        return Math.clamp(one * other, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static void addBounds(NavigableSet<Integer> numbers, Question question, int min, int max) {
        for (int number : new int[] {plus(min, -1), min, max, plus(max, 1)}) {
            if (question.type().accepts(number)) {
                numbers.add(number);
            }
        }
    }

    /** Every symbol, or whatever number where no threshold is asked for. */
    private static NavigableSet<Integer> withoutThresholds(Question question, NavigableSet<Integer> numbers) {
        switch (question.type()) {
            case AnswerType.YesNo _ -> numbers.addAll(List.of(0, 1));
            case AnswerType.OneOf oneOf -> {
                for (int raw = 0; raw < oneOf.symbols().size(); raw++) {
                    numbers.add(raw);
                }
            }
            case AnswerType.WholeNumber(int min, int _) -> {
                if (numbers.isEmpty()) {
                    numbers.add(min);
                }
            }
            case AnswerType.SetOf _ -> {}
        }
        return numbers;
    }

    /** Every choice among the symbols that rules name, with those that none names left as they are. */
    private NavigableSet<Integer> subsets(Question question, int raw) {
        int named = namedSymbols[question.index()];
        int kept = raw == Answers.UNANSWERED ? 0 : raw & ~named;
        NavigableSet<Integer> subsets = new TreeSet<>();
        for (int chosen = named; ; chosen = (chosen - 1) & named) {
            int subset = chosen | kept;
            subsets.add(question.type().accepts(subset) ? subset : subset | firstUnnamed(question, named));
            if (chosen == 0) {
                break;
            }
        }
        subsets.removeIf(subset -> !question.type().accepts(subset));
        return subsets;
    }

    private static int firstUnnamed(Question question, int named) {
        int symbols = question.type() instanceof AnswerType.SetOf setOf
                ? setOf.symbols().size()
                : 0;
        int unnamed = ~named & ((1 << symbols) - 1);
        return Integer.lowestOneBit(unnamed);
    }

    private static int[] toArray(NavigableSet<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
