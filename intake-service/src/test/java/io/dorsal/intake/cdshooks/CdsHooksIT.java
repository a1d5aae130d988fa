package io.dorsal.intake.cdshooks;

import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A clinic's health record that asks by CDS Hooks. */
@IntakeServiceTest
class CdsHooksIT {

    private static final String SERVICE = "/cds-services/back-pain-triage";

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();
    private final UUID decision = Identities.decisionId(id, 1);
    private final String patient = anyPatient();
    private ClinicClient north = ClinicClient.withToken(null, 0);
    private ClinicClient south = ClinicClient.withToken(null, 0);
    private ClinicClient nobody = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
        south = ClinicClient.of("south", port);
        nobody = ClinicClient.withToken(null, port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void whoeverAsksLearnsWhichServicesThereAreAlsoFromABrowser() {
        Answer discovery = nobody.send(nobody.request("/cds-services").header("Origin", "https://ehr.example"));

        assertThat(discovery.status()).isEqualTo(200);
        assertThat(discovery.header("Access-Control-Allow-Origin")).isEqualTo("*");
        JsonNode service = discovery.json().at("/services/0");
        assertThat(service.path("hook").stringValue()).isEqualTo("patient-view");
        assertThat(service.path("id").stringValue()).isEqualTo("back-pain-triage");
        assertThat(service.path("description").stringValue()).isNotBlank();
    }

    @Test
    void aBrowserIsAllowedToAskWithAToken() {
        Answer preflight = nobody.send(nobody.request(SERVICE)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://ehr.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type"));

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Headers")).containsIgnoringCase("authorization");
        assertThat(preflight.response().headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void aBrowserIsToldByAProblemWhatItMayNotAskFor() {
        Answer preflight = nobody.send(nobody.request(SERVICE)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://ehr.example")
                .header("Access-Control-Request-Method", "DELETE"));

        assertThat(preflight.status()).isEqualTo(403);
        assertThat(preflight.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aDecisionIsACardForItsOwnClinicAlone() {
        decided(Urgency.EMERGENCY);

        JsonNode card = await().until(() -> view(north, patient).json().at("/cards/0"), JsonNode::isObject);

        assertThat(card.path("uuid").stringValue()).isEqualTo(decision.toString());
        assertThat(card.path("indicator").stringValue()).isEqualTo("critical");
        assertThat(card.path("summary").stringValue()).hasSizeLessThan(140).contains("Cauda equina syndrome");
        assertThat(card.at("/source/topic/code").stringValue()).isEqualTo("CES-1");
        assertThat(card.at("/source/url").stringValue()).startsWith("http");
        assertThat(card.at("/links/0/url").stringValue()).endsWith("/assessments/" + id);
        assertThat(card.at("/overrideReasons/0/display").stringValue()).isNotBlank();
        assertThat(card.toString()).doesNotContain(patient);
        assertThat(view(south, patient).json().path("cards")).isEmpty();
        assertThat(view(north, anyPatient()).json().path("cards")).isEmpty();
    }

    @Test
    void feedbackIsKeptOnceWithItsDecision() {
        decided(Urgency.SOON);
        await().until(() -> north.read(id.toString()).text().contains("\"decision\""));
        assertThat(north.read(id.toString()).json().path("decision").has("feedback"))
                .isFalse();
        String body = """
                {"feedback": [{"card": "%s", "outcome": "overridden", "outcomeTimestamp": "2026-03-14T12:30:00Z",
                  "overrideReason": {"reason": {"code": "OUTDATED", "system": "urn:dorsal:override-reason"},
                                     "userComment": "Jane Doe"}}]}
                """.formatted(decision);

        assertThat(feedback(north, body).status()).isEqualTo(200);
        assertThat(feedback(north, body).status()).isEqualTo(200);

        JsonNode read = north.read(id.toString()).json().path("decision");
        assertThat(read.path("urgency").stringValue()).isEqualTo("SOON");
        assertThat(read.path("feedback")).hasSize(1);
        assertThat(read.at("/feedback/0").toString()).isEqualTo("""
                {"outcome":"overridden","reason":{"system":"urn:dorsal:override-reason","code":"OUTDATED"},\
                "outcomeTimestamp":"2026-03-14T12:30:00Z"}""");
    }

    @Test
    void aReasonWithoutASystemIsShownWithoutOne() {
        decided(Urgency.SOON);
        await().until(() -> north.read(id.toString()).text().contains("\"decision\""));

        assertThat(feedback(north, """
                {"feedback": [{"card": "%s", "outcome": "overridden", "outcomeTimestamp": "2026-03-14T12:30:00Z",
                  "overrideReason": {"reason": {"code": "of-their-own"}}}]}
                """.formatted(decision)).status()).isEqualTo(200);

        assertThat(north.read(id.toString())
                        .json()
                        .at("/decision/feedback/0/reason")
                        .toString())
                .isEqualTo("{\"code\":\"of-their-own\"}");
    }

    @Test
    void feedbackOnAnothersDecisionIsNotKept() {
        decided(Urgency.SOON);
        await().until(() -> north.read(id.toString()).text().contains("\"decision\""));
        String one = "{\"card\": \"%s\", \"outcome\": \"accepted\", \"outcomeTimestamp\": \"2026-03-14T12:30:00Z\"}";

        assertThat(feedback(south, "{\"feedback\": [" + one.formatted(decision) + "]}")
                        .status())
                .isEqualTo(404);
        String withOneOfNobody =
                "{\"feedback\": [" + one.formatted(decision) + ", " + one.formatted(UUID.randomUUID()) + "]}";
        assertThat(feedback(north, withOneOfNobody).status()).isEqualTo(404);

        assertThat(north.read(id.toString()).json().path("decision").has("feedback"))
                .isFalse();
    }

    @Test
    void whoMayNotAskIsRefusedWithAProblem() {
        ClinicClient specialist = ClinicClient.withToken(TokenIssuer.shared().specialist("NEUROSURGERY"), port);

        assertThat(view(nobody, patient).status()).isEqualTo(401);
        assertThat(view(specialist, patient).status()).isEqualTo(403);
        assertThat(north.post("/cds-services/other", BodyPublishers.ofString(hook(patient)))
                        .status())
                .isEqualTo(404);
        assertThat(north.get(SERVICE).status()).isEqualTo(405);
    }

    @Test
    void aRequestThatIsNoneIsRefusedWithAllThatIsWrongAndNotRepeated() {
        Answer refused = north.post(
                SERVICE, BodyPublishers.ofString("{\"hook\": \"order-sign\", \"context\": {\"patientId\": 4711}}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("path").stringValue()))
                .containsExactlyInAnyOrder("hook", "hookInstance", "context.patientId");
        assertThat(refused.text()).doesNotContain("4711");
        assertThat(north.post(SERVICE, BodyPublishers.ofString("{\"hook\": 1, \"hook\": 2}"))
                        .status())
                .isEqualTo(400);
        assertThat(north.post(SERVICE, BodyPublishers.ofString("{\"prefetch\": \"" + "x".repeat(70_000) + "\"}"))
                        .status())
                .isEqualTo(413);
    }

    private void decided(Urgency urgency) {
        SampleEvents events = SampleEvents.of(id);
        UrgencyDecided decided = UrgencyDecided.newBuilder(events.decided(1, 4, urgency))
                .setDecidedAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        topics.send(Topics.ASSESSMENTS, id, events.submitted(1, 4));
        topics.send(Topics.PATIENTS, id, events.referenced(1, patient));
        topics.send(Topics.DECISIONS, id, decided);
    }

    private static Answer view(ClinicClient client, String patient) {
        return client.post(SERVICE, BodyPublishers.ofString(hook(patient)));
    }

    private static Answer feedback(ClinicClient client, String body) {
        return client.post(SERVICE + "/feedback", BodyPublishers.ofString(body));
    }

    private static String hook(String patient) {
        return """
                {"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
                 "fhirServer": "https://ehr.example/fhir", "extension": {"x": [1, {"y": null}]},
                 "fhirAuthorization": {"access_token": "x", "token_type": "Bearer"},
                 "context": {"userId": "Practitioner/1", "patientId": "%s", "encounterId": "2"},
                 "prefetch": {"patient": {"resourceType": "Patient", "id": "%s"}}}
                """.formatted(patient, patient);
    }
}
