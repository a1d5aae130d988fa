package io.dorsal.kit.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.events.Bladder;
import io.dorsal.events.Radiation;
import io.dorsal.events.Region;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswersAvroTest {

    private static final Vocabulary VOCABULARY = VocabularyYaml.vocabulary();

    private final AnswersAvro mapping = new AnswersAvro(VOCABULARY);

    @Property(tries = 500)
    void whateverIsAnsweredSurvivesTheWay(@ForAll long seed) {
        Answers answers = anyAnswers(new Random(seed));

        assertThat(mapping.toDomain(mapping.toEvent(answers))).isEqualTo(answers);
    }

    @Test
    void anUnknownSymbolIsNotAnswered() {
        io.dorsal.events.Answers event = mapping.toEvent(anyAnswers(new Random(1)));
        event.getNeuro().put("bladder", Bladder.UNRECOGNISED);

        assertThat(mapping.toDomain(event).isAnswered(VOCABULARY.question("neuro.bladder")))
                .isFalse();
    }

    @Test
    void aSetOfUnknownSymbolsAloneIsNotAnsweredAndIsNoEmptySet() {
        io.dorsal.events.Answers event = mapping.toEvent(anyAnswers(new Random(1)));
        Question radiation = VOCABULARY.question("pain.radiation");

        event.getPain().put("radiation", List.of(Radiation.UNRECOGNISED));
        assertThat(mapping.toDomain(event).isAnswered(radiation)).isFalse();

        event.getPain().put("radiation", List.of());
        assertThat(mapping.toDomain(event).isAnswered(radiation)).isTrue();

        event.getPain().put("radiation", List.of(Radiation.UNRECOGNISED, Radiation.LEG));
        assertThat(mapping.toEvent(mapping.toDomain(event)).getPain().getRadiation())
                .containsExactly(Radiation.LEG);
    }

    @Test
    void anAnswerOutOfItsRangeIsImpossible() {
        io.dorsal.events.Answers event = mapping.toEvent(anyAnswers(new Random(1)));
        event.getPain().put("severity", 11);

        assertThatThrownBy(() -> mapping.toDomain(event)).isInstanceOf(ImpossibleRecordException.class);
    }

    @Test
    void noRegionThatIsKnownIsImpossible() {
        io.dorsal.events.Answers event = mapping.toEvent(anyAnswers(new Random(1)));
        event.getPain().put("regions", List.of(Region.UNRECOGNISED));

        assertThatThrownBy(() -> mapping.toDomain(event)).isInstanceOf(ImpossibleRecordException.class);
    }

    private static Answers anyAnswers(Random random) {
        Answers.Builder answers = Answers.builder(VOCABULARY);
        for (Question question : VOCABULARY.questions()) {
            if (question.required() || random.nextBoolean()) {
                answers.setRaw(question, anyAnswer(question.type(), random));
            }
        }
        return answers.build();
    }

    private static int anyAnswer(AnswerType type, Random random) {
        return switch (type) {
            case AnswerType.YesNo _ -> random.nextInt(2);
            case AnswerType.WholeNumber(int min, int max) -> random.nextInt(min, max + 1);
            case AnswerType.OneOf(List<String> symbols) -> random.nextInt(symbols.size());
            case AnswerType.SetOf set ->
                random.nextInt(set.atLeast(), set.subsets().size());
        };
    }
}
