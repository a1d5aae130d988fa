package io.dorsal.intake.form;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.random.RandomGenerator;

/** Assessments at random, near the thresholds of the rules, many questions open, and most answers harmless. */
final class SomeAnswers {

    private final TriageEngine engine;
    private final Vocabulary vocabulary;
    private final RandomGenerator random;

    SomeAnswers(TriageEngine engine, RandomGenerator random) {
        this.engine = engine;
        this.vocabulary = engine.ruleset().vocabulary();
        this.random = random;
    }

    Answers next() {
        Answers.Builder answers = Answers.builder(vocabulary);
        // Where little is open and little is wrong, single answers count most.
        double openShare = random.nextDouble(0.5);
        double harmlessShare = 0.5 + random.nextDouble(0.5);
        for (Question question : vocabulary.questions()) {
            if (question.required() || random.nextDouble() >= openShare) {
                answers.setRaw(question, answer(question, harmlessShare));
            }
        }
        return answers.build();
    }

    private int answer(Question question, double harmlessShare) {
        int[] distinct = engine.distinctAnswers().whenOpen(question);
        boolean first = !question.required() && random.nextDouble() < harmlessShare;
        return distinct[first ? 0 : random.nextInt(distinct.length)];
    }
}
