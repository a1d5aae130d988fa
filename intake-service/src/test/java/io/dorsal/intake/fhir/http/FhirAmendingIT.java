package io.dorsal.intake.fhir.http;

import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.PatientReferenced;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An update of a response is an amendment. */
@IntakeServiceTest
class FhirAmendingIT {

    private static final String JSON = "application/fhir+json";
    private static final String FIRST = "W/\"1\"";
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final TopicClient topics = new TopicClient();
    private final String patient = anyPatient();
    private final String key = anyKey();

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
    void aClientAmendsWhatItHasReadInEitherFormat() {
        String id = submitted();
        for (FhirFormat format : FhirFormat.values()) {
            QuestionnaireResponse read = read(id);
            int revision = Integer.parseInt(read.getMeta().getVersionId()) + 1;
            int severity = 5 + revision;
            severity(read).setValue(severity);

            MethodOutcome updated = (switch (format) {
                        case JSON -> ehr.update().resource(read).encodedJson();
                        case XML -> ehr.update().resource(read).encodedXml();
                    })
                    .prefer(PreferReturnEnum.REPRESENTATION)
                    .execute();

            QuestionnaireResponse answered = (QuestionnaireResponse) updated.getResource();
            assertThat(answered.getMeta().getVersionId()).isEqualTo(String.valueOf(revision));
            assertThat(answered.getStatus()).isEqualTo(QuestionnaireResponseStatus.AMENDED);
            assertThat(severity(read(id)).getValue()).isEqualTo(severity);
            assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id)))
                    .last()
                    .satisfies(event -> {
                        assertThat(event.getRevision()).isEqualTo(revision);
                        assertThat(event.getChannel()).isEqualTo(Channel.FHIR);
                        assertThat(event.getAnswers().getPain().getSeverity()).isEqualTo(severity);
                    });
        }
        assertThat(topics.events(Topics.PATIENTS, UUID.fromString(id)))
                .extracting(PatientReferenced::getPatientReference)
                .containsOnly(patient)
                .hasSize(3);
    }

    @Test
    void theSameUpdateAgainIsAnsweredTheSameAndAnotherOfThatVersionIsStale() {
        String id = submitted();
        QuestionnaireResponse read = read(id);
        severity(read).setValue(9);

        Answer first = update(id, FIRST, read);
        Answer repeat = update(id, "\"1\"", read);
        severity(read).setValue(3);
        PreconditionFailedException stale = catchThrowableOfType(
                PreconditionFailedException.class,
                () -> ehr.update().resource(read).execute());

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(first.header("Location")).endsWith("/fhir/QuestionnaireResponse/" + id);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(repeat.header("Last-Modified")).isEqualTo(first.header("Last-Modified"));
        assertThat(issue((OperationOutcome) stale.getOperationOutcome()))
                .isEqualTo("conflict QuestionnaireResponse.meta.versionId");
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id)))
                .extracting(AssessmentSubmitted::getRevision)
                .containsExactly(1, 2);
    }

    @Test
    void whatIsWrongIsToldWithItsElementAndChangesNothing() {
        String id = submitted();
        QuestionnaireResponse read = read(id);
        QuestionnaireResponse elsewhere = read.copy();
        elsewhere.setId(UUID.randomUUID().toString());
        QuestionnaireResponse nowhere = read.copy();
        nowhere.setId((String) null);
        QuestionnaireResponse faulty = read.copy();
        severity(faulty).setValue(4711);
        QuestionnaireResponse ofAnother = read.copy().setIdentifier(new Identifier().setValue(anyKey()));
        QuestionnaireResponse ofThis = read.copy().setIdentifier(new Identifier().setValue(key));

        assertRefused(428, "required QuestionnaireResponse.meta.versionId", update(id, null, read));
        assertRefused(400, "value QuestionnaireResponse.meta.versionId", update(id, "*", read));
        assertRefused(412, "conflict QuestionnaireResponse.meta.versionId", update(id, "W/\"2\"", read));
        assertRefused(400, "value QuestionnaireResponse.id", update(id, FIRST, elsewhere));
        assertRefused(400, "value QuestionnaireResponse.id", update(id, FIRST, nowhere));
        assertRefused(422, "value QuestionnaireResponse.item[1].item[1].answer[0]", update(id, FIRST, faulty));
        assertRefused(422, "value QuestionnaireResponse.identifier", update(id, FIRST, ofAnother));
        assertRefused(404, "not-found", update(elsewhere.getIdElement().getIdPart(), FIRST, elsewhere));
        assertRefused(405, "not-supported", send("", FIRST, read));
        assertThat(ClinicClient.of("south", port)
                        .send(request(ClinicClient.of("south", port), "/" + id, FIRST, read))
                        .status())
                .isEqualTo(404);
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id))).hasSize(1);
        assertThat(update(id, FIRST, ofThis).status()).isEqualTo(200);
    }

    @Test
    void nothingIsAmendedOfAnErasedPatientOrWithoutTheDatabase() {
        String id = submitted();
        QuestionnaireResponse read = read(id);
        severity(read).setValue(9);
        CuttableDatabase.cut();

        Answer away = update(id, FIRST, read);

        assertRefused(503, "transient", away);
        assertThat(away.header("Retry-After")).isNotEmpty();
        CuttableDatabase.restore();
        topics.send(Topics.PATIENTS.name(), id, null);
        await().until(() -> north.read(id).lacks("patientReference"));
        assertRefused(422, "deleted QuestionnaireResponse.id", update(id, FIRST, read));
    }

    private String submitted() {
        Answer answer = north.submit(backPain(patient, 4), key);
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.text("assessmentId");
        await().until(() -> north.read(id).status() == 200);
        return id;
    }

    private QuestionnaireResponse read(String id) {
        return ehr.read().resource(QuestionnaireResponse.class).withId(id).execute();
    }

    private static IntegerType severity(QuestionnaireResponse response) {
        return response.getItem().stream()
                .flatMap(group -> group.getItem().stream())
                .filter(item -> item.getLinkId().equals("pain.severity"))
                .findFirst()
                .orElseThrow()
                .getAnswerFirstRep()
                .getValueIntegerType();
    }

    private Answer update(String id, @Nullable String ifMatch, QuestionnaireResponse response) {
        return send("/" + id, ifMatch, response);
    }

    private Answer send(String path, @Nullable String ifMatch, QuestionnaireResponse response) {
        return north.send(request(north, path, ifMatch, response));
    }

    private static HttpRequest.Builder request(
            ClinicClient clinic, String path, @Nullable String ifMatch, QuestionnaireResponse response) {
        String body = CONTEXT.newJsonParser().encodeResourceToString(response);
        var request = clinic.request("/fhir/QuestionnaireResponse" + path)
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString(body));
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static void assertRefused(int status, String issue, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(issue(CONTEXT.newJsonParser().parseResource(OperationOutcome.class, answer.text())))
                .isEqualTo(issue);
        assertThat(answer.text()).doesNotContain("4711");
    }

    /** The code of the only issue, and the element it is about. */
    private static String issue(OperationOutcome outcome) {
        assertThat(outcome.getIssue()).hasSize(1);
        var issue = outcome.getIssueFirstRep();
        String code = issue.getCode().toCode();
        return issue.hasExpression()
                ? code + " " + issue.getExpression().getFirst().getValue()
                : code;
    }
}
