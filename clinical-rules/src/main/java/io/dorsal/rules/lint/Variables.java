package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The answers on which a formula depends, numbered, with one choice for all answers that it does not tell apart. */
final class Variables {
    private static final int[] EITHER = {0, 1};

    private final Function<Question, int[]> answersTo;
    private final Map<Integer, Integer> ofQuestion = new LinkedHashMap<>();
    private final Map<Formula.Open, Integer> ofOpen = new LinkedHashMap<>();
    private final Map<Integer, Question> questions = new LinkedHashMap<>();
    private final Map<Integer, Set<Condition>> tests = new LinkedHashMap<>();
    private final Map<Integer, int[]> choices = new LinkedHashMap<>();

    Variables(Function<Question, int[]> answersTo) {
        this.answersTo = answersTo;
    }

    /** Takes up every variable of the formula; comes first. */
    void collect(Formula formula) {
        switch (formula) {
            case Formula.Truth _ -> {}
            case Formula.Open open -> ofOpen.computeIfAbsent(open, _ -> size());
            case Formula.Answered(Question question, Condition test) -> {
                int variable = ofQuestion.computeIfAbsent(question.index(), _ -> size());
                questions.put(variable, question);
                tests.computeIfAbsent(variable, _ -> new LinkedHashSet<>()).add(test);
            }
            case Formula.Negation(Formula negated) -> collect(negated);
            case Formula.Count(int _, var parts) -> parts.forEach(this::collect);
        }
    }

    int size() {
        return ofQuestion.size() + ofOpen.size();
    }

    int of(Formula.Answered answered) {
        return ofQuestion.getOrDefault(answered.question().index(), -1);
    }

    int of(Formula.Open open) {
        return ofOpen.getOrDefault(open, -1);
    }

    int choices(int variable) {
        return raws(variable).length;
    }

    /** A bit for each choice that meets the test. */
    long choicesThatMeet(Formula.Answered answered) {
        int[] raws = raws(of(answered));
        long met = 0;
        for (int choice = 0; choice < raws.length; choice++) {
            if (Formula.isMet(answered.test(), raws[choice])) {
                met |= 1L << choice;
            }
        }
        return met;
    }

    /** Puts the answer that a choice stands for, where the variable is an answer. */
    void put(int variable, int choice, Map<Question, Integer> answers) {
        Question question = questions.get(variable);
        if (question != null) {
            answers.put(question, raws(variable)[choice]);
        }
    }

    private int[] raws(int variable) {
        Question question = questions.get(variable);
        return question == null ? EITHER : choices.computeIfAbsent(variable, _ -> toldApart(question, variable));
    }

    private int[] toldApart(Question question, int variable) {
        Map<List<Boolean>, Integer> byOutcome = new LinkedHashMap<>();
        Set<Condition> asked = tests.getOrDefault(variable, Set.of());
        for (int raw : answersTo.apply(question)) {
            List<Boolean> outcome = new ArrayList<>();
            asked.forEach(test -> outcome.add(Formula.isMet(test, raw)));
            byOutcome.putIfAbsent(outcome, raw);
        }
        return byOutcome.values().stream().mapToInt(Integer::intValue).toArray();
    }
}
