package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** The questions whose answers rule an emergency out; holds where one of them is unanswered. */
final class EmergencyScreen implements Check {
    private final Asked[] asked;
    private final long[] alwaysAsked;
    private final Asked[] sometimesAsked;

    EmergencyScreen(Asked[] asked) {
        this.asked = asked;
        BitSet always = new BitSet();
        Stream.of(asked).filter(Asked::isAlwaysAsked).forEach(one -> always.set(one.question()));
        this.alwaysAsked = always.toLongArray();
        this.sometimesAsked =
                Stream.of(asked).filter(one -> !one.isAlwaysAsked()).toArray(Asked[]::new);
    }

    /** A question, and the condition under which the screen asks it. */
    record Asked(int question, Check when) {
        boolean isAlwaysAsked() {
            return when instanceof LogicChecks.Always;
        }
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        Answers answers = evaluation.answers();
        for (int word = 0; word < alwaysAsked.length; word++) {
            if ((alwaysAsked[word] & ~answers.answered(word)) != 0) {
                return true;
            }
        }
        for (Asked one : sometimesAsked) {
            if (isOpen(one, evaluation)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void cite(Evaluation evaluation, boolean held, Cited cited) {
        Answers answers = evaluation.answers();
        for (int word = 0; word < alwaysAsked.length; word++) {
            long answered = answers.answered(word);
            cited.add(word, alwaysAsked[word] & (held ? ~answered : answered));
        }
        for (Asked one : sometimesAsked) {
            if (isOpen(one, evaluation) == held) {
                cited.add(one.question());
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
