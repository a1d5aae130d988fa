package io.dorsal.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary = VocabularyYaml.vocabulary();

    @Test
    void holdsEveryQuestionOfTheSpecificationInItsGroups() {
        assertThat(vocabulary.groups())
                .containsExactly(
                        "patient", "pain", "neuro", "systemic", "referred", "thoracicOutlet", "history", "treatment");
        assertThat(vocabulary.size()).isEqualTo(76);
        assertThat(vocabulary.group("neuro")).hasSize(12);
        assertThat(vocabulary.group("history")).hasSize(21);
    }

    @Test
    void requiresAgeRegionsSeverityAndDuration() {
        assertThat(vocabulary.questions().stream().filter(Question::required).map(Question::path))
                .containsExactly("patient.ageYears", "pain.regions", "pain.severity", "pain.durationDays");
    }

    @Test
    void asksEveryQuestionInWords() {
        assertThat(vocabulary.questions())
                .allSatisfy(question -> assertThat(question.asks()).endsWith("?"));
    }

    @Test
    void saysInTheQuestionItselfWhatItsAnswersMean() {
        assertThat(vocabulary.questions())
                .allSatisfy(question -> assertThat(question.meanings().values()).allMatch(question.asks()::contains));
    }

    @Test
    void findsQuestionsByPathAndIndex() {
        Question bladder = vocabulary.question("neuro.bladder");

        assertThat(bladder.type()).isEqualTo(new AnswerType.OneOf(List.of("NORMAL", "RETENTION", "INCONTINENCE")));
        assertThat(vocabulary.questions().get(bladder.index())).isSameAs(bladder);
        assertThat(vocabulary.find("neuro.bladders")).isEmpty();
    }

    @Test
    void refusesGroupsThatAreTornApart() {
        List<Question> torn = List.of(question(0, "a.x"), question(1, "b.x"), question(2, "a.y"));

        assertThatIllegalArgumentException().isThrownBy(() -> new Vocabulary(torn));
    }

    private static Question question(int index, String path) {
        return new Question(index, path, new AnswerType.YesNo(), false, "Is it?", Map.of());
    }
}
