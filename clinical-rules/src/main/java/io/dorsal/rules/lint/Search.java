package io.dorsal.rules.lint;

import io.dorsal.rules.vocabulary.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks for answers that meet a formula: fixes one answer after the other, and turns back where it can't be met any more. */
final class Search {
    private static final int MOST_LOOKS = 2_000_000;
    private static final int MET = 1;
    private static final int MISSED = 0;
    private static final int OPEN = -1;

    private final Variables variables;
    private final Node root;
    private final int[] fixed;
    private int looks;

    Search(Formula formula, Function<Question, int[]> answersTo) {
        this.variables = new Variables(answersTo);
        variables.collect(formula);
        this.root = node(formula);
        this.fixed = new int[variables.size()];
        Arrays.fill(fixed, OPEN);
    }

    enum Outcome {
        FOUND,
        NONE,
        GIVEN_UP
    }

    Outcome run() {
        if (looks > MOST_LOOKS) {
            return Outcome.GIVEN_UP;
        }
        int met = met(root);
        if (met != OPEN) {
            return met == MET ? Outcome.FOUND : Outcome.NONE;
        }
        int variable = undecided(root);
        for (int choice = 0; choice < variables.choices(variable); choice++) {
            fixed[variable] = choice;
            Outcome outcome = run();
            if (outcome != Outcome.NONE) {
                return outcome;
            }
        }
        fixed[variable] = OPEN;
        return Outcome.NONE;
    }

    /** The answers that were found, by question; all others don't matter. */
    Map<Question, Integer> found() {
        Map<Question, Integer> found = new TreeMap<>(Comparator.comparingInt(Question::index));
        for (int variable = 0; variable < fixed.length; variable++) {
            if (fixed[variable] != OPEN) {
                variables.put(variable, fixed[variable], found);
            }
        }
        return found;
    }

    private int met(Node node) {
        looks++;
        return switch (node) {
            case Truth(boolean met) -> met ? MET : MISSED;
            case Leaf(int variable, long choices) ->
                fixed[variable] == OPEN ? OPEN : (int) (choices >>> fixed[variable] & 1);
            case Negation(Node negated) -> {
                int met = met(negated);
                yield met == OPEN ? OPEN : MET - met;
            }
            case Count(int atLeast, Node[] parts) -> met(atLeast, parts);
        };
    }

    private int met(int atLeast, Node[] parts) {
        int met = 0;
        int spare = parts.length - atLeast;
        for (Node part : parts) {
            int one = met(part);
            if (one == MET) {
                met++;
            } else if (one == MISSED && --spare < 0) {
                return MISSED;
            }
        }
        if (spare < 0) {
            return MISSED;
        }
        return met >= atLeast ? MET : OPEN;
    }

    /** A variable on which the node still depends. */
    private int undecided(Node node) {
        return switch (node) {
            case Leaf(int variable, long _) -> variable;
            case Negation(Node negated) -> undecided(negated);
            case Count(int _, Node[] parts) -> {
                for (Node part : parts) {
                    if (met(part) == OPEN) {
                        yield undecided(part);
                    }
                }
                throw new IllegalStateException("nothing is undecided");
            }
            case Truth _ -> throw new IllegalStateException("nothing is undecided");
        };
    }

    private Node node(Formula formula) {
        return switch (formula) {
            case Formula.Truth(boolean met) -> new Truth(met);
            case Formula.Answered answered -> new Leaf(variables.of(answered), variables.choicesThatMeet(answered));
            case Formula.Open open -> new Leaf(variables.of(open), 0b10);
            case Formula.Negation(Formula negated) -> new Negation(node(negated));
            case Formula.Count(int atLeast, var parts) ->
                new Count(atLeast, parts.stream().map(this::node).toArray(Node[]::new));
        };
    }

    /** A formula over numbered variables. */
    private sealed interface Node {}

    private record Truth(boolean met) implements Node {}

    private record Leaf(int variable, long choices) implements Node {}

    private record Negation(Node negated) implements Node {}

    private record Count(int atLeast, Node[] parts) implements Node {}
}
