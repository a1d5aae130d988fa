package io.dorsal.bench.rules.handwritten;

import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which unanswered question could raise the urgency: each answer is supposed, and all rules are asked again. */
final class Supposing {
    private static final int NOTHING = Integer.MAX_VALUE;
    private static final int BITS = 10;

    private final Templates templates;
    private final int[] questions;
    private final String[] paths;
    private final boolean[] screened;
    private final int[][] answers;

    Supposing(Ruleset ruleset, Templates templates) {
        this.templates = templates;
        List<Question> optional = ruleset.vocabulary().questions().stream()
                .filter(question -> !question.required())
                .toList();
        List<Question> screen =
                ruleset.screen().stream().map(ScreenQuestion::question).toList();
        DistinctAnswers distinct = new DistinctAnswers(ruleset);
        this.questions = optional.stream().mapToInt(Question::index).toArray();
        this.paths = optional.stream().map(Question::path).toArray(String[]::new);
        this.screened = new boolean[questions.length];
        this.answers = new int[questions.length][];
        for (int i = 0; i < questions.length; i++) {
            screened[i] = screen.contains(optional.get(i));
            answers[i] = distinct.whenOpen(optional.get(i));
        }
    }

    List<OpenQuestion> of(int[] given, int earlier, long fired, Urgency urgency, boolean screenFirst) {
        if (urgency == Urgency.EMERGENCY) {
            return List.of();
        }
        int[] a = given.clone();
        long[] found = new long[questions.length];
        int count = 0;
        for (int i = 0; i < questions.length; i++) {
            if (a[questions[i]] < 0) {
                int rank = mostDangerous(a, i, earlier, fired, urgency);
                if (rank != NOTHING && templates.urgency(rank).isMoreUrgentThan(urgency)) {
                    long behind = screenFirst && screened[i] ? 0 : 1;
                    found[count++] = (behind << BITS | rank) << BITS | i;
                }
            }
        }
        Arrays.sort(found, 0, count);
        return questions(found, count);
    }

    private int mostDangerous(int[] a, int i, int earlier, long fired, Urgency urgency) {
        int question = questions[i];
        int most = NOTHING;
        for (int answer : answers[i]) {
            a[question] = answer;
            long newly = Conditions.fired(a, earlier) & ~fired;
            if (newly != 0) {
                most = Math.min(most, Long.numberOfTrailingZeros(newly));
            } else if (fired == 0 && urgency == Urgency.SELF_CARE) {
                int rank = Pathway.rank(a);
                most = templates.urgency(rank) == urgency ? most : Math.min(most, rank);
            }
        }
        a[question] = -1;
        return most;
    }

    private List<OpenQuestion> questions(long[] found, int count) {
        List<OpenQuestion> open = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            int i = (int) (found[at] & (1 << BITS) - 1);
            int rank = (int) (found[at] >>> BITS & (1 << BITS) - 1);
            open.add(new OpenQuestion(paths[i], templates.id(rank), templates.urgency(rank)));
        }
        return open;
    }
}
