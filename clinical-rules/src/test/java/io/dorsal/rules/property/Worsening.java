package io.dorsal.rules.property;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The monotone answers of the specification: every single way of making answers worse. */
final class Worsening {
    private static final Set<String> MONOTONE_GROUPS =
            Set.of("neuro", "systemic", "referred", "thoracicOutlet", "history");
    private static final Set<String> NOT_MONOTONE = Set.of("neuro.sphincterLongStanding");
    private static final Set<String> SCREENED_FLAGS =
            Set.of("neuro.bowelIncontinence", "neuro.saddleNumbness", "systemic.fever");
    private static final List<String> PAIN_FLAGS = List.of("pain.unremitting", "pain.limitsSpeechMovementOrBreathing");

    private final Vocabulary vocabulary;
    private final Answers answers;
    private final List<Answers> worse = new ArrayList<>();

    private Worsening(Answers answers) {
        this.vocabulary = answers.vocabulary();
        this.answers = answers;
    }

    /** All answers that are worse in one step; an open question of the screen stays open, unless worse is certain. */
    static List<Answers> of(Answers answers) {
        Worsening worsening = new Worsening(answers);
        worsening.flags();
        worsening.later("neuro.weakness");
        worsening.later("neuro.sensoryChange");
        worsening.later("history.cancer");
        worsening.awayFromNormal();
        worsening.becomes("neuro.deficitCourse", "WORSENING");
        worsening.becomes("pain.course", "WORSENING");
        worsening.becomes("pain.trigger", "MAJOR_TRAUMA");
        worsening.severity();
        return worsening.worse;
    }

    private void flags() {
        for (Question question : vocabulary.questions()) {
            boolean monotone = MONOTONE_GROUPS.contains(question.group()) || PAIN_FLAGS.contains(question.path());
            boolean open = !answers.isAnswered(question) && SCREENED_FLAGS.contains(question.path());
            if (question.type() instanceof AnswerType.YesNo
                    && monotone
                    && !open
                    && !NOT_MONOTONE.contains(question.path())) {
                add(question, 1);
            }
        }
    }

    private void later(String path) {
        Question question = vocabulary.question(path);
        if (answers.isAnswered(question)) {
            for (int raw = answers.raw(question.index()) + 1; question.type().accepts(raw); raw++) {
                add(question, raw);
            }
        }
    }

    private void awayFromNormal() {
        Question bladder = vocabulary.question("neuro.bladder");
        if ("NORMAL".equals(answers.symbol(bladder))) {
            add(bladder, 1);
            add(bladder, 2);
        }
    }

    private void becomes(String path, String symbol) {
        Question question = vocabulary.question(path);
        worse.add(answers.toBuilder().setSymbol(question, symbol).build());
    }

    private void severity() {
        Question severity = vocabulary.question("pain.severity");
        for (int raw = answers.raw(severity.index()) + 1; raw <= 10; raw++) {
            add(severity, raw);
        }
    }

    private void add(Question question, int raw) {
        worse.add(answers.toBuilder().setRaw(question, raw).build());
    }
}
