package io.dorsal.rules.engine;

import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The questions whose answers rule an emergency out; holds where one of them is unanswered. */
record EmergencyScreen(Asked[] asked) implements Check {

    /** A question, and the condition under which the screen asks it. */
    record Asked(int question, Check when) {}

    @Override
    public boolean holds(Evaluation evaluation) {
        for (Asked one : asked) {
            if (isOpen(one, evaluation)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void cite(Evaluation evaluation, boolean held, BitSet cited) {
        for (Asked one : asked) {
            if (isOpen(one, evaluation) == held) {
                cited.set(one.question());
            }
        }
    }

    /** The unanswered questions, in the screen's order. */
    List<Question> open(Evaluation evaluation, Vocabulary vocabulary) {
        List<Question> open = List.of();
        for (Asked one : asked) {
            if (mayBeOpen(one, evaluation)) {
                open = open.isEmpty() ? new ArrayList<>() : open;
                open.add(vocabulary.questions().get(one.question()));
            }
        }
        return open;
    }

    /** A question that cannot be ruled out is listed: asking it needlessly is the lesser harm. */
    private static boolean mayBeOpen(Asked one, Evaluation evaluation) {
        try {
            return isOpen(one, evaluation);
        } catch (RuntimeException | StackOverflowError e) {
            return true;
        }
    }

    private static boolean isOpen(Asked one, Evaluation evaluation) {
        return !evaluation.isAnswered(one.question()) && one.when().holds(evaluation);
    }
}
