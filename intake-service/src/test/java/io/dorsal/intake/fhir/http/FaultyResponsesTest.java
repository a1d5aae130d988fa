package io.dorsal.intake.fhir.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.intake.fhir.Canonical;
import io.dorsal.intake.fhir.WorkedCases;
import io.dorsal.intake.fhir.http.ResponseChecks.Checked;
import io.dorsal.rules.assessment.Assessment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fault is told with the element at fault, and nothing of what was sent. */
class FaultyResponsesTest {

    private static final String HEAD = """
            {"resourceType": "QuestionnaireResponse", "status": "completed", "questionnaire": "%s"
            """.formatted(Canonical.VERSIONED_QUESTIONNAIRE);

    private static final String PATIENT = """
            {"linkId": "patient", "item": [
              {"linkId": "patient.reference", "answer": [{"valueString": "p-1"}]},
              {"linkId": "patient.ageYears", "answer": [{"valueInteger": 45}]}]}
            """;

    private static final String PAIN = """
            {"linkId": "pain", "item": [
              {"linkId": "pain.regions", "answer": [{"valueCoding": {
                "system": "https://dorsal.io/fhir/CodeSystem/answer.pain.regions", "code": "LUMBAR"}}]},
              {"linkId": "pain.severity", "answer": [{"valueInteger": 4}]},
              {"linkId": "pain.durationDays", "answer": [{"valueInteger": 12}]}]}
            """;

    @Test
    void theLeastThatIsRequiredMaySubmit() {
        assertThat(Submitting.checked(with(PATIENT, PAIN), FhirFormat.JSON)).isInstanceOf(Checked.Valid.class);
    }

    @Test
    void anAnswerOutOfRangeIsPointedAt() {
        assertThat(issues(with(PATIENT, PAIN.replace("\"valueInteger\": 4", "\"valueInteger\": 4711"))))
                .containsExactly(Issue.value(
                        "pain.severity must be a whole number from 0 to 10.",
                        "QuestionnaireResponse.item[1].item[1].answer[0]"));
    }

    @Test
    void aCodeThatIsNoAnswerIsPointedAt() {
        assertThat(issues(with(PATIENT, PAIN.replace("LUMBAR", "ELBOW"))))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.expression()).isEqualTo("QuestionnaireResponse.item[1].item[0].answer[0]");
                    assertThat(issue.text()).contains("LUMBAR").doesNotContain("ELBOW");
                });
    }

    @Test
    void aCodeOfAnotherSystemIsNoAnswer() {
        assertThat(issues(with(PATIENT, PAIN.replace("answer.pain.regions", "other"))))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("code-invalid");
                    assertThat(issue.expression()).isEqualTo("QuestionnaireResponse.item[1].item[0].answer[0]");
                });
    }

    @Test
    void anAnswerThatIsMissingIsPointedAtByItsGroup() {
        String without = PAIN.replace("pain.severity", "pain.morningStiffnessMinutes");

        assertThat(issues(with(PATIENT, without)))
                .containsExactly(Issue.required(
                        "pain.severity is required and must be a whole number from 0 to 10.",
                        "QuestionnaireResponse.item[1]"));
    }

    @Test
    void anAnswerOfAnotherJsonTypeIsPointedAt() {
        assertThat(issues(with(PATIENT, PAIN.replace("\"valueInteger\": 4", "\"valueInteger\": \"4\""))))
                .containsExactly(Issue.value(
                        "valueInteger is a whole number.", "QuestionnaireResponse.item[1].item[1].answer[0]"));
    }

    @Test
    void anAnswerOfAnotherTypeThanItsQuestionIsPointedAt() {
        assertThat(issues(with(PATIENT, PAIN.replace("\"valueInteger\": 4", "\"valueBoolean\": true"))))
                .containsExactly(Issue.value(
                        "pain.severity must be answered by a valueInteger that is valid, or have no answer.",
                        "QuestionnaireResponse.item[1].item[1].answer[0]"));
    }

    @Test
    void aNumberThatIsNoneIsPointedAtInXml() {
        Assessment assessment = WorkedCases.all().getFirst();
        String xml = Submitting.written(Submitting.response(assessment), FhirFormat.XML);

        assertThat(Submitting.issues(
                        xml.replaceFirst("<valueInteger value=\"38\"/>", "<valueInteger value=\"SECRET\"/>"),
                        FhirFormat.XML))
                .containsExactly(Issue.value(
                        "patient.ageYears must be answered by a valueInteger that is valid, or have no answer.",
                        "QuestionnaireResponse.item[0].item[1].answer[0]"));
    }

    @Test
    void anEmptySetIsAnsweredByNoneOfThese() {
        String radiation = """
            , {"linkId": "pain.radiation", "answer": [%s]}]}
            """;
        String code =
                "{\"valueCoding\": {\"system\": \"https://dorsal.io/fhir/CodeSystem/answer.pain.radiation\", \"code\": \"%s\"}}";
        String base = PAIN.strip().substring(0, PAIN.strip().length() - 2);

        Assessment none = Submitting.submitted(
                with(PATIENT, base + radiation.formatted(code.formatted("NONE"))), FhirFormat.JSON);
        List<Issue> both =
                issues(with(PATIENT, base + radiation.formatted(code.formatted("NONE") + "," + code.formatted("LEG"))));

        assertThat(none.answers().symbols(Submitting.VOCABULARY.question("pain.radiation")))
                .isEmpty();
        assertThat(both)
                .singleElement()
                .extracting(Issue::expression)
                .isEqualTo("QuestionnaireResponse.item[1].item[3]");
    }

    @Test
    void theSameItemTwiceIsRefused() {
        assertThat(issues(with(PATIENT, PAIN, PAIN)))
                .containsExactly(
                        Issue.structure("pain must not be given more than once.", "QuestionnaireResponse.item[2]"));
    }

    @Test
    void aMemberThatIsGivenTwiceIsRefused() {
        assertThat(issues(with(
                        PATIENT, PAIN.replace("\"valueInteger\": 4}", "\"valueInteger\": 4, \"valueInteger\": 5}"))))
                .singleElement()
                .extracting(Issue::code)
                .isEqualTo("structure");
    }

    @Test
    void anUnknownItemIsPointedAtAndNotRepeated() {
        assertThat(issues(with(PATIENT, PAIN.replace("pain.severity", "pain.SECRET"))))
                .anySatisfy(issue -> assertThat(issue.expression()).isEqualTo("QuestionnaireResponse.item[1].item[1]"))
                .allSatisfy(issue -> assertThat(issue.text()).doesNotContain("SECRET"));
    }

    @Test
    void anotherVersionOfTheQuestionnaireIsRefused() {
        assertThat(issues(with(PATIENT, PAIN).replace("|" + Canonical.QUESTIONNAIRE_VERSION, "|0.9")))
                .extracting(Issue::expression)
                .containsExactly("QuestionnaireResponse.questionnaire");
        assertThat(issues(with(PATIENT, PAIN).replace("|" + Canonical.QUESTIONNAIRE_VERSION, "")))
                .extracting(Issue::expression)
                .containsExactly("QuestionnaireResponse.questionnaire");
    }

    @Test
    void aResponseInProgressIsRefused() {
        assertThat(issues(with(PATIENT, PAIN).replace("completed", "in-progress")))
                .extracting(Issue::expression)
                .containsExactly("QuestionnaireResponse.status");
    }

    @Test
    void whatModifiesTheMeaningAndIsNotUnderstoodIsRefused() {
        String modified = with(PATIENT, PAIN)
                .replaceFirst(
                        "\"item\"",
                        "\"modifierExtension\": [{\"url\": \"http://a.b/c\", \"valueBoolean\": true}], \"item\"");

        assertThat(issues(modified)).extracting(Issue::code).containsExactly("extension");
    }

    @Test
    void anIdentifierThatIsNoKeyIsRefused() {
        String spaced =
                with(PATIENT, PAIN).replaceFirst("\"item\"", "\"identifier\": {\"value\": \"two words\"}, \"item\"");

        assertThat(issues(spaced)).extracting(Issue::expression).containsExactly("QuestionnaireResponse.identifier");
    }

    @Test
    void aDocumentTypeIsRefusedInXml() {
        String xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><QuestionnaireResponse"
                + " xmlns=\"http://hl7.org/fhir\"><status value=\"&b;\"/></QuestionnaireResponse>";

        assertThat(Submitting.issues(xml, FhirFormat.XML))
                .extracting(Issue::text)
                .containsExactly("The body must have no document type.");
    }

    @Test
    void depthWithoutEndIsRefused() {
        String items = "<item>".repeat(1000) + "</item>".repeat(1000);
        String xml = "<QuestionnaireResponse xmlns=\"http://hl7.org/fhir\">" + items + "</QuestionnaireResponse>";
        String json = "{\"resourceType\": \"QuestionnaireResponse\", \"item\": " + "[{\"item\": ".repeat(1000) + "[]"
                + "}]".repeat(1000) + "}";

        assertThat(Submitting.issues(xml, FhirFormat.XML)).hasSize(1);
        assertThat(Submitting.issues(json, FhirFormat.JSON)).hasSize(1);
    }

    @Test
    void halfACharacterInTheReferenceIsRefusedByTheSameRuleAsInJson() {
        assertThat(issues(with(PATIENT.replace("p-1", "\\ud800"), PAIN)))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.text()).contains("surrogates");
                    assertThat(issue.expression()).isEqualTo("QuestionnaireResponse.item[0].item[0].answer[0]");
                });
    }

    private static String with(String... items) {
        return HEAD + ", \"item\": [" + String.join(",", items) + "]}";
    }

    private static List<Issue> issues(String body) {
        return Submitting.issues(body, FhirFormat.JSON);
    }
}
