package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.Lane;
import io.dorsal.events.PatientReferenced;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeServiceTest
class SubmittingIT {

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private ClinicClient north = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void anAcceptedAssessmentIsOnItsTopicAndItsPatientOnAnother() {
        String patient = anyPatient();
        Instant before = Instant.parse("2026-01-01T00:00:00Z");

        Answer answer = north.submit(backPain(patient, 4), null);

        assertThat(answer.status()).isEqualTo(202);
        UUID id = UUID.fromString(answer.text("assessmentId"));
        assertThat(id.version()).isEqualTo(7);
        assertThat(answer.header("Location")).isEqualTo("/api/assessments/" + id);
        assertThat(answer.json().required("revision").intValue()).isEqualTo(1);
        assertThat(answer.text("clinicId")).isEqualTo("north");
        assertThat(answer.text("status")).isEqualTo("SUBMITTED");

        AssessmentSubmitted submitted = theOnly(topics.events(Topics.ASSESSMENTS, id));
        assertThat(submitted.getClinicId()).isEqualTo("north");
        assertThat(submitted.getNetworkId()).isEqualTo("metro");
        assertThat(submitted.getRevision()).isEqualTo(1);
        assertThat(submitted.getLane()).isEqualTo(Lane.INTERACTIVE);
        assertThat(submitted.getChannel()).isEqualTo(Channel.REST);
        assertThat(submitted.getSynthetic()).isFalse();
        assertThat(submitted.getPreviousAssessments()).isZero();
        assertThat(submitted.getBodyHash()).matches("[0-9a-f]{64}");
        assertThat(submitted.getReceivedAt()).isAfter(before).hasToString(answer.text("receivedAt"));
        assertThat(submitted.getAnswers().getPain().getSeverity()).isEqualTo(4);
        assertThat(submitted.getAnswers().getPain().getRadiation()).isEmpty();
        assertThat(submitted.getAnswers().getNeuro().getBowelIncontinence()).isNull();

        PatientReferenced referenced = theOnly(topics.events(Topics.PATIENTS, id));
        assertThat(referenced.getPatientReference()).isEqualTo(patient);
        assertThat(referenced.getReceivedAt()).isEqualTo(submitted.getReceivedAt());
    }

    @Test
    void noOtherTopicTellsThePatient() {
        String patient = anyPatient();

        UUID id = UUID.fromString(north.submit(backPain(patient, 4), null).text("assessmentId"));

        assertThat(topics.records(Topics.ASSESSMENTS.name(), id)).isNotEmpty().allSatisfy(record -> {
            assertThat(new String(record.value(), StandardCharsets.ISO_8859_1)).doesNotContain(patient);
            assertThat(record.headers())
                    .extracting(header -> header.key() + " " + new String(header.value(), StandardCharsets.US_ASCII))
                    .allMatch(header -> header.matches("traceparent 00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));
        });
    }

    @Test
    void whatWasAcceptedIsReadableAtOnce() {
        String patient = anyPatient();
        Answer accepted = north.submit(backPain(patient, 4), null);

        Answer read = north.read(accepted.text("assessmentId"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("patientReference")).isEqualTo(patient);
        assertThat(read.text("receivedAt")).isEqualTo(accepted.text("receivedAt"));
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstWasAndSentOnlyOnceTheViewHasIt() {
        String key = anyKey();
        String body = anyBackPain();

        Answer first = north.submit(body, key);
        Answer repeat = north.submit(body.replace("\n", "  \n "), key);

        assertThat(repeat.status()).isEqualTo(202);
        assertThat(repeat.text()).isEqualTo(first.text());
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
        UUID id = Identities.assessmentId("north", key);
        assertThat(first.text("assessmentId")).isEqualTo(id.toString());
        assertThat(topics.events(Topics.ASSESSMENTS, id)).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = anyKey();
        String patient = anyPatient();
        north.submit(backPain(patient, 4), key);

        assertThat(north.submit(backPain(patient, 5), key).status()).isEqualTo(422);
        assertThat(north.submit(backPain(anyPatient(), 4), key).status()).isEqualTo(422);
        assertThat(topics.events(Topics.ASSESSMENTS, Identities.assessmentId("north", key)))
                .hasSize(1);
    }

    @Test
    void theSameKeyOfAnotherClinicIsAnotherAssessment() {
        String key = anyKey();

        Answer ofNorth = north.submit(anyBackPain(), key);
        Answer ofSouth = ClinicClient.of("south", port).submit(anyBackPain(), key);

        assertThat(ofSouth.status()).isEqualTo(202);
        assertThat(ofSouth.text("assessmentId")).isNotEqualTo(ofNorth.text("assessmentId"));
    }

    @Test
    void everythingWrongIsToldAtOnceAndNothingIsRepeated() {
        Answer answer = north.submit("""
                {"patient": {"reference": "", "ageYears": 121}, "pain": {"severity": "bad-answer", "durationDays": 1},
                 "neuro": {"bladder": "bad-answer"}, "surprise": 1}
                """, "not a key");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json()
                        .required("errors")
                        .valueStream()
                        .map(error -> error.required("path").stringValue()))
                .containsExactlyInAnyOrder(
                        "Idempotency-Key",
                        "patient.reference",
                        "patient.ageYears",
                        "pain.severity",
                        "pain.regions",
                        "neuro.bladder",
                        "surprise");
        assertThat(answer.text()).doesNotContain("bad-answer").contains("NORMAL, RETENTION, INCONTINENCE");
    }

    @Test
    void twoKeysAreNone() {
        Answer answer = north.send(north.request("/api/assessments")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", anyKey())
                .header("Idempotency-Key", anyKey())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(anyBackPain())));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Idempotency-Key");
    }

    @Test
    void aKeyMayHaveCommas() {
        String key = anyKey() + ",a,,b";

        Answer first = north.submit(anyBackPain(), key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text("assessmentId"))
                .isEqualTo(Identities.assessmentId("north", key).toString());
        assertThat(north.submit(anyBackPain(), key).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a, b"})
    void aKeyThatIsNoneIsNotTakenForNoKey(String key) {
        Answer answer = north.submit(anyBackPain(), key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/path").stringValue()).isEqualTo("Idempotency-Key");
    }

    @Test
    void anAssessmentOfTheFutureIsRefused() {
        Answer answer =
                north.submit(anyBackPain().replaceFirst("\\{", "{\"assessedAt\": \"9999-01-01T00:00:00Z\", "), null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("assessedAt");
    }

    @Test
    void aClinicsClockMayBeALittleFast() {
        String key = anyKey();
        String body = anyBackPain()
                .replaceFirst(
                        "\\{",
                        "{\"assessedAt\": \"" + Clock.systemUTC().instant().plusSeconds(8) + "\", ");

        Answer answer = north.submit(body, key);

        assertThat(answer.status()).isEqualTo(202);
        AssessmentSubmitted submitted =
                theOnly(topics.events(Topics.ASSESSMENTS, UUID.fromString(answer.text("assessmentId"))));
        assertThat(submitted.getAssessedAt()).isEqualTo(submitted.getReceivedAt());
        assertThat(north.submit(body, key).text()).isEqualTo(answer.text());
    }

    @Test
    void aTimeOfAssessmentTravelsAndIsShown() {
        Answer answer = north.submit(
                anyBackPain().replaceFirst("\\{", "{\"assessedAt\": \"2026-03-14T09:26:53.589793+01:00\", "), null);

        UUID id = UUID.fromString(answer.text("assessmentId"));
        assertThat(theOnly(topics.events(Topics.ASSESSMENTS, id)).getAssessedAt())
                .isEqualTo("2026-03-14T08:26:53.589Z");
        assertThat(north.read(id.toString()).json().at("/assessment/assessedAt").stringValue())
                .isEqualTo("2026-03-14T08:26:53.589Z");
    }

    @Test
    void whoBearsNoTokenIsNotServed() {
        ClinicClient nobody = ClinicClient.withToken(null, port);

        assertThat(nobody.submit(anyBackPain(), null).status()).isEqualTo(401);
        assertThat(nobody.get("/api/assessments").status()).isEqualTo(401);
        assertThat(nobody.read(UUID.randomUUID().toString()).status()).isEqualTo(401);
    }

    @Test
    void onlyClinicsMayCall() {
        TokenIssuer issuer = TokenIssuer.shared();

        assertThat(List.of(
                        issuer.admin(),
                        issuer.operations(),
                        issuer.specialist("NEUROSURGERY"),
                        issuer.onCall("o", "metro")))
                .allSatisfy(token -> {
                    ClinicClient other = ClinicClient.withToken(token, port);
                    assertThat(other.submit(anyBackPain(), null).status()).isEqualTo(403);
                    assertThat(other.get("/api/assessments").status()).isEqualTo(403);
                });
    }

    @Test
    void aClinicThatNobodyKnowsMayNotSubmit() {
        assertThat(ClinicClient.of("nowhere", port).submit(anyBackPain(), null).status())
                .isEqualTo(403);
    }

    @Test
    void theViewComesToKnowWhatItWasToldAlready() {
        UUID id = UUID.fromString(north.submit(anyBackPain(), null).text("assessmentId"));

        await().until(() -> topics.events(Topics.PATIENTS, id).size() == 1);

        assertThat(north.read(id.toString()).text("status")).isEqualTo("SUBMITTED");
    }

    private static <T> T theOnly(List<T> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
