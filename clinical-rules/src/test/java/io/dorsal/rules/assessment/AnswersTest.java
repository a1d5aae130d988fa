package io.dorsal.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Vocabulary vocabulary = VocabularyYaml.vocabulary();
    private final Question radiation = question("pain.radiation");
    private final Question fever = question("systemic.fever");
    private final Question bladder = question("neuro.bladder");
    private final Question severity = question("pain.severity");

    @Test
    void keepsWhatWasAnswered() {
        Answers answers = minimal()
                .setFlag(fever, false)
                .setSymbol(bladder, "RETENTION")
                .setSymbols(radiation, List.of("LEG"))
                .build();

        assertThat(answers.flag(fever)).isFalse();
        assertThat(answers.symbol(bladder)).isEqualTo("RETENTION");
        assertThat(answers.symbols(radiation)).containsExactly("LEG");
        assertThat(answers.number(severity)).isEqualTo(4);
        assertThat(answers.value(bladder)).contains(new AnswerValue.Symbol("RETENTION"));
    }

    @Test
    void notesWhichQuestionsAreAnsweredAndWhichPositive() {
        Answers none = minimal().build();
        Answers no = none.with(fever, 0);
        Answers yes = no.with(fever, 1);

        assertThat(isIn(none.answered(0), fever)).isFalse();
        assertThat(isIn(no.answered(0), fever)).isTrue();
        assertThat(isIn(no.positive(0), fever)).isFalse();
        assertThat(isIn(yes.positive(0), fever)).isTrue();
        assertThat(isIn(yes.with(fever, 0).positive(0), fever)).isFalse();
        assertThat(none.flag(fever)).as("others stay as they are").isNull();
        assertThat(yes).isEqualTo(minimal().setFlag(fever, true).build());
        assertThatIllegalArgumentException().isThrownBy(() -> none.with(fever, 2));
    }

    private static boolean isIn(long questions, Question question) {
        return (questions >>> question.index() & 1) == 1;
    }

    @Test
    void tellsUnansweredFromNo() {
        Answers answers = minimal().build();

        assertThat(answers.isAnswered(fever)).isFalse();
        assertThat(answers.flag(fever)).isNull();
        assertThat(answers.symbol(bladder)).isNull();
        assertThat(answers.symbols(radiation)).isNull();
        assertThat(answers.value(fever)).isEmpty();
    }

    @Test
    void tellsAnEmptySetFromUnanswered() {
        Answers answers = minimal().setSymbols(radiation, List.of()).build();

        assertThat(answers.isAnswered(radiation)).isTrue();
        assertThat(answers.symbols(radiation)).isEmpty();
    }

    @Test
    void mergesDuplicatesInASetAndOrdersIt() {
        Answers answers = minimal()
                .setSymbols(radiation, List.of("ARM", "BUTTOCK", "ARM"))
                .build();

        assertThat(answers.symbols(radiation)).containsExactly("BUTTOCK", "ARM");
    }

    @Test
    void refusesWhatTheVocabularyDoesNotAllow() {
        assertThatIllegalArgumentException().isThrownBy(() -> minimal().setNumber(severity, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> minimal().setSymbol(bladder, "FULL"));
        assertThatIllegalArgumentException().isThrownBy(() -> minimal().setSymbols(radiation, List.of("TOE")));
        assertThatIllegalArgumentException().isThrownBy(() -> minimal().setFlag(severity, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minimal().setSymbols(question("pain.regions"), List.of()));
    }

    @Test
    void refusesToBuildWithoutARequiredAnswer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> minimal().clear(severity).build());
    }

    @Test
    void equalsByContent() {
        assertThat(minimal().setFlag(fever, true).build())
                .isEqualTo(minimal().setFlag(fever, true).build())
                .isNotEqualTo(minimal().build());
    }

    @Test
    void keepsAnswersOutOfItsText() {
        Assessment assessment = new Assessment(
                "secret", null, minimal().setSymbol(bladder, "RETENTION").build());

        assertThat(assessment.toString()).doesNotContain("secret").doesNotContain("RETENTION");
    }

    private Answers.Builder minimal() {
        return Answers.builder(vocabulary)
                .setNumber(question("patient.ageYears"), 40)
                .setSymbols(question("pain.regions"), List.of("LUMBAR"))
                .setNumber(severity, 4)
                .setNumber(question("pain.durationDays"), 10);
    }

    private Question question(String path) {
        return vocabulary.question(path);
    }
}
