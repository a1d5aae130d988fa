package io.dorsal.intake.fhir.http;

import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import io.dorsal.events.Channel;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.intake.fhir.WorkedCases;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeServiceTest
class FhirSubmittingIT {

    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final TopicClient topics = new TopicClient();

    @LocalServerPort
    private int port;

    private ClinicClient north = ClinicClient.withToken(null, 1);
    private IGenericClient ehr = CONTEXT.newRestfulGenericClient("http://localhost");

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
        ehr = CONTEXT.newRestfulGenericClient("http://localhost:" + port + "/fhir");
        ehr.registerInterceptor(
                new BearerTokenAuthInterceptor(TokenIssuer.shared().clinic("north")));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aClientOfFhirReadsTheQuestionnaireAndSubmitsAResponseInEitherFormat() {
        assertThat(ehr.capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute()
                        .getRestFirstRep()
                        .getResource())
                .extracting("type")
                .contains("QuestionnaireResponse");
        Questionnaire questionnaire = ehr.read()
                .resource(Questionnaire.class)
                .withId("back-pain-intake")
                .execute();
        assertThat(questionnaire.getItem()).hasSizeGreaterThan(5);

        for (FhirFormat format : FhirFormat.values()) {
            QuestionnaireResponse response = anyResponse();
            response.setIdentifier(new Identifier().setSystem("urn:ehr").setValue(anyKey()));

            var outcome = (switch (format) {
                        case JSON -> ehr.create().resource(response).encodedJson();
                        case XML -> ehr.create().resource(response).encodedXml();
                    })
                    .prefer(PreferReturnEnum.REPRESENTATION)
                    .execute();

            assertThat(outcome.getCreated()).isTrue();
            UUID id = UUID.fromString(outcome.getId().getIdPart());
            assertThat(topics.events(Topics.ASSESSMENTS, id)).singleElement().satisfies(event -> {
                assertThat(event.getChannel()).isEqualTo(Channel.FHIR);
                assertThat(event.getClinicId()).isEqualTo("north");
            });
            QuestionnaireResponse answered = (QuestionnaireResponse) outcome.getResource();
            assertThat(answered.getItem()).usingRecursiveComparison().isEqualTo(response.getItem());
        }
    }

    @Test
    void whatIsSubmittedByFhirIsReadAsIfItWereSubmittedByJson() {
        Assessment assessment = WorkedCases.all().get(2);

        String id = idOf(submit(written(assessment, anyKey()), JSON));

        await().until(() -> north.read(id).status() == 200);
        assertThat(north.read(id).json().at("/assessment/neuro/bladder").stringValue())
                .isEqualTo("RETENTION");
        assertThat(north.read(id).text("patientReference")).isEqualTo(assessment.patientReference());
    }

    @Test
    void aRepeatUnderTheSameIdentifierIsTheSameAssessmentAndOtherAnswersAreRefused() {
        String key = anyKey();
        Assessment assessment = WorkedCases.all().getFirst();

        Answer first = submit(written(assessment, key), JSON);
        Answer repeat = submit(written(assessment, key), JSON);
        Answer other = submit(written(WorkedCases.all().getLast(), key), JSON);

        assertThat(first.status()).isEqualTo(201);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(idOf(repeat)).isEqualTo(idOf(first));
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(idOf(first))))
                .hasSize(1);
        assertThat(other.status()).isEqualTo(422);
        assertThat(issue(other).getExpression().getFirst().getValue()).isEqualTo("QuestionnaireResponse.identifier");
    }

    @Test
    void aFaultIsToldWithTheItemThatHasIt() {
        QuestionnaireResponse response = anyResponse();
        response.getItem().get(1).getItem().get(1).getAnswerFirstRep().setValue(new IntegerType(4711));

        assertThat(catching(response).getIssue()).singleElement().satisfies(issue -> {
            assertThat(issue.getExpression().getFirst().getValue())
                    .isEqualTo("QuestionnaireResponse.item[1].item[1].answer[0]");
            assertThat(issue.getDetails().getText()).contains("0 to 10").doesNotContain("4711");
        });
    }

    @Test
    void validatingStoresNothingAndTellsTheSame() {
        String key = anyKey();
        QuestionnaireResponse valid = anyResponse();
        valid.setIdentifier(new Identifier().setValue(key));
        QuestionnaireResponse invalid = anyResponse();
        invalid.setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.INPROGRESS);

        OperationOutcome good =
                (OperationOutcome) ehr.validate().resource(valid).execute().getOperationOutcome();
        OperationOutcome bad =
                (OperationOutcome) ehr.validate().resource(invalid).execute().getOperationOutcome();

        assertThat(good.getIssueFirstRep().getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.INFORMATION);
        assertThat(bad.getIssueFirstRep().getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.ERROR);
        assertThat(idOf(submit(written(valid), JSON))).isNotNull();
        assertThat(topics.events(Topics.ASSESSMENTS, Identities.assessmentId("north", key)))
                .hasSize(1);
    }

    @Test
    void everyRefusalIsAnOperationOutcome() {
        ClinicClient nobody = ClinicClient.withToken(null, port);
        ClinicClient ops = ClinicClient.withToken(TokenIssuer.shared().operations(), port);

        assertOutcome(401, nobody.get("/fhir/QuestionnaireResponse"));
        assertOutcome(403, ops.get("/fhir/Questionnaire"));
        assertOutcome(404, north.get("/fhir/Patient/1"));
        assertOutcome(404, north.get("/fhir"));
        assertOutcome(404, north.get("/fhir/Questionnaire/other"));
        assertOutcome(
                405,
                north.send(north.request("/fhir/Questionnaire/back-pain-intake").DELETE()));
        assertOutcome(
                406,
                north.send(north.request("/fhir/Questionnaire/back-pain-intake").header("Accept", "text/html")));
        assertOutcome(413, submit("{\"a\": \"" + "x".repeat(70_000) + "\"}", JSON));
        assertOutcome(415, submit("{}", "text/plain"));
        assertOutcome(400, submit("{}", JSON));
        assertOutcome(400, submit("SECRET", XML));
        assertOutcome(422, submit("{\"resourceType\": \"Patient\"}", JSON));
        assertOutcome(400, north.get("/fhir/Questionnaire?name=a"));
        assertOutcome(400, north.get("/fhir/Questionnaire?name=%FF%FE&=&=%00"));
        assertOutcome(
                400,
                north.send(north.request("/fhir/QuestionnaireResponse")
                        .header("Content-Type", JSON)
                        .header("If-None-Exist", "identifier=SECRET")
                        .POST(BodyPublishers.ofString(written(anyResponse())))));
        assertThat(ClinicClient.withToken(null, port).get("/fhir/metadata").status())
                .isEqualTo(200);
    }

    @Test
    void anErrorIsToldInXmlToWhomAsksForIt() {
        Answer answer = north.send(north.request("/fhir/Patient/1").header("Accept", XML));

        assertThat(answer.header("Content-Type")).startsWith(XML);
        assertThat(CONTEXT.newXmlParser()
                        .parseResource(OperationOutcome.class, answer.text())
                        .getIssue())
                .hasSize(1);
    }

    private static void assertOutcome(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith(JSON);
        assertThat(issue(answer).getDetails().getText()).isNotBlank().doesNotContain("SECRET");
    }

    private static OperationOutcome.OperationOutcomeIssueComponent issue(Answer answer) {
        return CONTEXT.newJsonParser()
                .parseResource(OperationOutcome.class, answer.text())
                .getIssueFirstRep();
    }

    private OperationOutcome catching(QuestionnaireResponse response) {
        try {
            ehr.create().resource(response).execute();
        } catch (UnprocessableEntityException refused) {
            return (OperationOutcome) refused.getOperationOutcome();
        }
        throw new AssertionError("not refused");
    }

    private Answer submit(String body, String type) {
        return north.send(north.request("/fhir/QuestionnaireResponse")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String idOf(Answer created) {
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return new IdType(URI.create(created.header("Location")).toString()).getIdPart();
    }

    private static QuestionnaireResponse anyResponse() {
        Assessment assessment = WorkedCases.all().get(1);
        QuestionnaireResponse response = Submitting.response(new Assessment(anyPatient(), null, assessment.answers()));
        response.setId((String) null);
        return response;
    }

    private static String written(Assessment assessment, String key) {
        QuestionnaireResponse response = Submitting.response(assessment);
        response.setIdentifier(new Identifier().setValue(key));
        return written(response);
    }

    private static String written(Resource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}
