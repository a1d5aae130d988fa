package io.dorsal.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.yaml.Rulesets;
import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;

/** Everything that is sent is valid R4, as HAPI's validator has it. */
class ValidResourcesTest {

    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.123Z");

    @Test
    void theQuestionnaireIsValid() {
        assertThat(R4Validator.errors(IntakeQuestionnaire.of(Rulesets.active().vocabulary())))
                .isEmpty();
    }

    @Test
    void theCapabilitiesAreValid() {
        assertThat(R4Validator.errors(Capabilities.at("http://localhost:8081/fhir")))
                .isEmpty();
    }

    @Test
    void theResponseOfEveryWorkedCaseIsValidAndAnswersTheQuestionnaire() {
        assertThat(WorkedCases.all())
                .allSatisfy(assessment ->
                        assertThat(R4Validator.errors(response(assessment))).isEmpty());
    }

    @Test
    void aResponseWhosePatientWasErasedIsValid() {
        Assessment assessment = WorkedCases.all().getFirst();

        assertThat(R4Validator.errors(ResponseWriter.write(
                        new UUID(1, 1), 2, NOW, null, assessment.assessedAt(), assessment.answers())))
                .isEmpty();
    }

    private static QuestionnaireResponse response(Assessment assessment) {
        return ResponseWriter.write(
                new UUID(1, 1), 1, NOW, assessment.patientReference(), assessment.assessedAt(), assessment.answers());
    }
}
