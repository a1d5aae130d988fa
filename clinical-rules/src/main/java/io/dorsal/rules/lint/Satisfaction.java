package io.dorsal.rules.lint;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether there are answers that meet a condition, by trying those that matter. Derived numbers and the count of
 * earlier assessments are taken to be free, and a search that takes too long is given up as a yes: so a "no" is proven.
 */
final class Satisfaction {
    private final Ruleset ruleset;
    private final Formula.Writer writer;
    private final Map<Integer, int[]> representatives = new HashMap<>();

    Satisfaction(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.writer = new Formula.Writer(ruleset, null);
    }

    /** False only where it is proven that no answers meet it. */
    boolean canHold(Condition condition) {
        return canHold(writer.write(condition));
    }

    boolean canHold(Formula formula) {
        return new Search(formula, this::answersTo).run() != Search.Outcome.NONE;
    }

    /** Answers with what a search has found, and no others but those that are required. */
    Answers answers(Map<Question, Integer> found) {
        Answers.Builder answers = Answers.builder(ruleset.vocabulary());
        for (Question question : ruleset.vocabulary().questions()) {
            int any = question.required() ? answersTo(question)[0] : Answers.UNANSWERED;
            int raw = found.getOrDefault(question, any);
            if (raw != Answers.UNANSWERED) {
                answers.setRaw(question, raw);
            }
        }
        return answers.build();
    }

    Search search(Condition condition) {
        return search(writer.write(condition));
    }

    /** A search that can be asked for the answers it found. */
    Search search(Formula formula) {
        return new Search(formula, this::answersTo);
    }

    /** Whether it is proven that the two are met by the same answers. */
    boolean areEqual(Condition one, Condition other) {
        Formula first = writer.write(one);
        Formula second = writer.write(other);
        return implies(first, second) && implies(second, first);
    }

    /** Whether it is proven that whatever meets the first meets the second. */
    boolean implies(Condition first, Condition second) {
        return implies(writer.write(first), writer.write(second));
    }

    private boolean implies(Formula first, Formula second) {
        return !canHold(Formula.all(List.of(first, Formula.not(second))));
    }

    /** Raw numbers that stand for all answers to the question: of numbers, one between any two bounds of the ruleset. */
    private int[] answersTo(Question question) {
        return representatives.computeIfAbsent(question.index(), _ -> representatives(question));
    }

    private int[] representatives(Question question) {
        List<Integer> raws = new ArrayList<>();
        if (!question.required()) {
            raws.add(Answers.UNANSWERED);
        }
        switch (question.type()) {
            case AnswerType.YesNo _ -> raws.addAll(List.of(0, 1));
            case AnswerType.OneOf oneOf ->
                IntStream.range(0, oneOf.symbols().size()).forEach(raws::add);
            case AnswerType.SetOf setOf ->
                IntStream.range(0, setOf.subsets().size())
                        .filter(setOf::accepts)
                        .forEach(raws::add);
            case AnswerType.WholeNumber(int min, int max) -> raws.addAll(bounds(question, min, max));
        }
        return raws.stream().mapToInt(Integer::intValue).toArray();
    }

    private SortedSet<Integer> bounds(Question question, int min, int max) {
        SortedSet<Integer> bounds = new TreeSet<>(List.of(min));
        conditions().flatMap(Conditions::all).forEach(condition -> {
            if (condition instanceof Condition.Between(Question asked, int from, int to)
                    && asked.index() == question.index()) {
                bounds.add(from);
                bounds.add(Math.min(max, to + 1));
            }
        });
        return bounds;
    }

    private Stream<Condition> conditions() {
        return Stream.of(
                        ruleset.rules().stream().map(Rule::when),
                        ruleset.terms().stream().map(term -> term.when()),
                        ruleset.screen().stream().map(asked -> asked.when()),
                        ruleset.durationClasses().cases().stream().map(one -> one.when()),
                        ruleset.patterns().cases().stream().map(one -> one.when()))
                .flatMap(all -> all);
    }
}
