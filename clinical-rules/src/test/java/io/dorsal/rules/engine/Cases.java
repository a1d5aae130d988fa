package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;

/** Builds assessments: an adult with an ordinary ache and a complete emergency screen, and what a test changes. */
final class Cases {
    private static final Vocabulary VOCABULARY = Rulesets.active().vocabulary();

    private final Answers.Builder answers = Answers.builder(VOCABULARY);

    static Cases anAssessment() {
        return anUnscreenedAssessment()
                .with("pain.trigger", "NONE")
                .with("neuro.bladder", "NORMAL")
                .with("neuro.bowelIncontinence", false)
                .with("neuro.saddleNumbness", false)
                .with("neuro.weakness", "NONE")
                .with("neuro.sensoryChange", "NONE")
                .with("systemic.fever", false)
                .with("history.cancer", "NONE");
    }

    static Cases anUnscreenedAssessment() {
        return new Cases()
                .with("patient.ageYears", 40)
                .with("pain.regions", List.of("LUMBAR"))
                .with("pain.severity", 5)
                .with("pain.durationDays", 20);
    }

    Cases with(String path, boolean value) {
        answers.setFlag(VOCABULARY.question(path), value);
        return this;
    }

    Cases with(String path, int value) {
        answers.setNumber(VOCABULARY.question(path), value);
        return this;
    }

    Cases with(String path, String symbol) {
        answers.setSymbol(VOCABULARY.question(path), symbol);
        return this;
    }

    Cases with(String path, List<String> symbols) {
        answers.setSymbols(VOCABULARY.question(path), symbols);
        return this;
    }

    Cases without(String path) {
        answers.clear(VOCABULARY.question(path));
        return this;
    }

    Assessment build() {
        return new Assessment("p", null, answers.build());
    }
}
