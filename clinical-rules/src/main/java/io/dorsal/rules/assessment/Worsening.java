package io.dorsal.rules.assessment;

import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The monotone answers: making one of them worse never lowers the urgency, whatever the ruleset. They are not the
 * ruleset's to choose, so that no edition can excuse itself from them.
 *
 * @param from the answer before by its raw number, or {@link Answers#UNANSWERED}
 * @param to the worse answer
 */
public record Worsening(Question question, int from, int to) {
    private static final Set<String> MONOTONE_GROUPS =
            Set.of("neuro", "systemic", "referred", "thoracicOutlet", "history");
    private static final Set<String> NOT_MONOTONE = Set.of("neuro.sphincterLongStanding");
    private static final Set<String> SCREENED_FLAGS =
            Set.of("neuro.bowelIncontinence", "neuro.saddleNumbness", "systemic.fever");
    private static final Set<String> PAIN_FLAGS = Set.of("pain.unremitting", "pain.limitsSpeechMovementOrBreathing");
    private static final Set<String> GRADED =
            Set.of("neuro.weakness", "neuro.sensoryChange", "history.cancer", "pain.severity");

    /** Every single way of making an answer worse; an open question of the screen stays open, unless worse is certain. */
    public static List<Worsening> all(Vocabulary vocabulary) {
        List<Worsening> all = new ArrayList<>();
        for (Question question : vocabulary.questions()) {
            if (isMonotoneFlag(question)) {
                all.add(new Worsening(question, 0, 1));
                if (!SCREENED_FLAGS.contains(question.path())) {
                    all.add(new Worsening(question, Answers.UNANSWERED, 1));
                }
            } else if (GRADED.contains(question.path())) {
                addGrades(question, all);
            }
        }
        Question bladder = vocabulary.question("neuro.bladder");
        all.add(new Worsening(bladder, 0, 1));
        all.add(new Worsening(bladder, 0, 2));
        addBecoming(vocabulary.question("neuro.deficitCourse"), "WORSENING", all);
        addBecoming(vocabulary.question("pain.course"), "WORSENING", all);
        addBecoming(vocabulary.question("pain.trigger"), "MAJOR_TRAUMA", all);
        return all;
    }

    /** Whether the answers are as they were before getting worse. */
    public boolean concerns(Answers answers) {
        return answers.raw(question.index()) == from;
    }

    /** The answers made worse. */
    public Answers of(Answers answers) {
        return answers.toBuilder().setRaw(question, to).build();
    }

    private static boolean isMonotoneFlag(Question question) {
        return question.type() instanceof AnswerType.YesNo
                && (MONOTONE_GROUPS.contains(question.group()) || PAIN_FLAGS.contains(question.path()))
                && !NOT_MONOTONE.contains(question.path());
    }

    private static void addGrades(Question question, List<Worsening> all) {
        for (int from = 0; question.type().accepts(from); from++) {
            for (int to = from + 1; question.type().accepts(to); to++) {
                all.add(new Worsening(question, from, to));
            }
        }
    }

    private static void addBecoming(Question question, String symbol, List<Worsening> all) {
        if (question.type() instanceof AnswerType.OneOf oneOf) {
            int to = oneOf.ordinal(symbol);
            for (int from = Answers.UNANSWERED; from < oneOf.symbols().size(); from++) {
                if (from != to) {
                    all.add(new Worsening(question, from, to));
                }
            }
        }
    }
}
