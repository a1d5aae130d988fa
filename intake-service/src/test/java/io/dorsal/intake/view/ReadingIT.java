package io.dorsal.intake.view;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Urgency;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntakeServiceTest
class ReadingIT {

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private ClinicClient north = ClinicClient.withToken(null, 0);
    private ClinicClient harbor = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
        harbor = ClinicClient.of("harbor", port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void anAssessmentIsShownAsItWasSubmitted() {
        String patient = anyPatient();
        String body = backPain(patient, 4);

        Answer read = north.read(north.submit(body, null).text("assessmentId"));

        JsonNode json = read.json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "assessmentId",
                        "revision",
                        "clinicId",
                        "patientReference",
                        "status",
                        "receivedAt",
                        "assessment",
                        "referrals");
        assertThat(json.required("assessment"))
                .isEqualTo(tools.jackson.databind.json.JsonMapper.shared().readTree(body));
        assertThat(json.required("referrals")).isEmpty();
        assertThat(north.submit(json.required("assessment").toString(), null).status())
                .isEqualTo(202);
    }

    @Test
    void anotherClinicsAssessmentIsNotThere() {
        String patient = anyPatient();
        String id = north.submit(backPain(patient, 4), null).text("assessmentId");

        assertThat(harbor.read(id).status()).isEqualTo(404);
        assertThat(harbor.get("/api/assessments?limit=200").text()).doesNotContain(id);
        assertThat(search(harbor, patient).json().required("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-7000-8000-000000000000",
                "1-1-1-1-1",
                "nonsense",
                "%00",
                "..%2Fx",
                "018f2b1e-7c00-7000-8000-00000000000g",
                "%F0%9F%92%A9",
                "bulk"
            })
    void whatIsNoKnownIdIsNotThere(String id) {
        assertThat(north.get("/api/assessments/" + id).status()).isIn(400, 404);
    }

    @Test
    void anUnknownAssessmentIsAProblemOfItsOwnKind() {
        Answer answer = north.read(UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aReaderWhoKnowsTheRevisionIsStillToldOfItsDecision() {
        String id = north.submit(anyBackPain(), null).text("assessmentId");

        Answer again = north.send(north.request("/api/assessments/" + id)
                .header("If-None-Match", "\"1\"")
                .GET());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aListIsPagedNewestFirstWithoutGapsOrRepeats() {
        String patient = anyPatient();
        List<String> submitted = IntStream.range(0, 5)
                .mapToObj(count -> north.submit(backPain(patient, count), null).text("assessmentId"))
                .toList();

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = north.post(
                            "/api/assessments/search?limit=2&cursor=" + cursor,
                            BodyPublishers.ofString("{\"patientReference\": \"" + patient + "\"}"))
                    .json();
            page.required("items")
                    .forEach(item -> read.add(item.required("assessmentId").stringValue()));
            cursor = page.path("next").stringValue("");
        } while (!cursor.isEmpty());

        assertThat(read).isEqualTo(submitted.reversed());
    }

    @Test
    void aBurstOfListsIsAnsweredWhileTheDatabaseIsThere() throws Exception {
        Callable<Integer> list = () -> north.get("/api/assessments?limit=20").status();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(200, list))) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void aListIsFilteredByStatusAndUrgency() {
        String patient = anyPatient();
        UUID open = UUID.fromString(north.submit(backPain(patient, 4), null).text("assessmentId"));
        UUID decided = UUID.fromString(north.submit(backPain(patient, 9), null).text("assessmentId"));
        topics.send(Topics.DECISIONS, decided, SampleEvents.of(decided).decided(1, 9, Urgency.URGENT));
        await().until(() -> north.read(decided.toString()).shows("status", "TRIAGED"));

        assertThat(ids(north.get("/api/assessments?status=SUBMITTED&limit=200")))
                .contains(open.toString())
                .doesNotContain(decided.toString());
        assertThat(ids(north.get("/api/assessments?status=TRIAGED&urgency=URGENT&limit=200")))
                .contains(decided.toString())
                .doesNotContain(open.toString());
        assertThat(ids(north.get("/api/assessments?urgency=ROUTINE&limit=200")))
                .doesNotContain(decided.toString(), open.toString());
        assertThat(ids(north.get("/api/assessments?status=&urgency=&cursor=&limit=")))
                .isEqualTo(ids(north.get("/api/assessments")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=DONE",
                "status=submitted",
                "urgency=VERY",
                "urgency=%00",
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=99999999999999999999",
                "cursor=x",
                "cursor=%00",
                "cursor=!!!",
                "cursor=MjAyNi0wMy0xNFQxMjowMDowMFo",
                "cursor=KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIDAtMC0wLTAtMA"
            })
    void aParameterThatMeansNothingIsNamed(String parameter) {
        Answer answer = north.get("/api/assessments?" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/path").stringValue())
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void aPatientIsFoundByTheReferenceAlone() {
        String patient = anyPatient() + " \"ü\u2028";
        String escaped = patient.replace("\"", "\\\"");
        String id = north.submit(backPain(escaped, 4), null).text("assessmentId");

        Answer found = search(north, escaped);

        assertThat(found.status()).isEqualTo(200);
        assertThat(ids(found)).containsExactly(id);
        assertThat(found.json().at("/items/0/patientReference").stringValue()).isEqualTo(patient);
        assertThat(found.json().has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"x\"",
                "{\"patientReference\": 5}",
                "{\"patientReference\": null}",
                "{\"patientReference\": \"\"}",
                "{\"patientReference\": \"\\u0000\"}",
                "{\"patientReference\": \"\\ud800\"}",
                "{\"patientReference\": \"x\", \"patientReference\": \"x\"}",
                "{\"patientReference\": \"x\", \"more\": 1}",
                "{\"patientReference\": \"x\"} trailing"
            })
    void aSearchForNoReferenceIsRefused(String body) {
        assertThat(north.post("/api/assessments/search", BodyPublishers.ofString(body))
                        .status())
                .isEqualTo(400);
    }

    private static Answer search(ClinicClient clinic, String patient) {
        return clinic.post(
                "/api/assessments/search", BodyPublishers.ofString("{\"patientReference\": \"" + patient + "\"}"));
    }

    private static List<String> ids(Answer list) {
        return list.json()
                .required("items")
                .valueStream()
                .map(item -> item.required("assessmentId").stringValue())
                .toList();
    }
}
