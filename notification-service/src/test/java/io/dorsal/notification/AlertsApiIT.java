package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.notification.support.Stream;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class AlertsApiIT extends SharedService {

    private final NotificationService service = new NotificationService();
    private final TokenIssuer tokens = TokenIssuer.shared();
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    AlertsApiIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void onCallStaffSeeTheirOwnNetworksOnly() {
        Alert metro = service.raise();
        Alert coast = service.raise(
                Events.decidedFor("harbor", "coast", Identities.newAssessmentId(), 1, Urgency.EMERGENCY, "NEURO-1"));

        assertThat(ids(api(tokens.onCall("ada", "metro")))).contains(metro.id()).doesNotContain(coast.id());
        assertThat(ids(api(tokens.onCall("cleo", "coast"))))
                .contains(coast.id())
                .doesNotContain(metro.id());
        assertThat(ids(api(tokens.admin()))).contains(metro.id(), coast.id());
        assertThat(api(tokens.onCall("ada", "metro")).get(coast.path()).status())
                .isEqualTo(404);
        assertThat(api(tokens.onCall("ada", "metro"))
                        .post(coast.path() + "/acknowledge")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void operationsSeeOnlyWhatIsForThem() {
        Alert emergency = service.raise();
        UUID key = Identities.newAssessmentId();
        service.topics().send(Subscriptions.REFERRAL_PATIENTS.parkedTopic(), key.toString(), new byte[] {1});

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(items(api(tokens.operations())))
                        .anyMatch(item -> item.path("assessmentId").asString("").equals(key.toString()))
                        .allMatch(item -> item.path("kind").asString().equals("OPERATIONS")));
        assertThat(api(tokens.operations()).get(emergency.path()).status()).isEqualTo(404);
        assertThat(items(api(tokens.onCall("ada", "metro"))))
                .as("what is about no network is no business of its on-call staff")
                .noneMatch(item -> item.path("assessmentId").asString("").equals(key.toString()));
    }

    @Test
    void aPossibleEmergencyOfUnknownOriginIsSeenByAllOnCallStaff() {
        UUID key = Identities.newAssessmentId();
        service.topics().send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), key.toString(), new byte[] {1});
        Alert alert = new Alert(key, Identities.alertId(key, 1));
        NotificationService.awaitWebhooks(alert, 2);

        assertThat(api(tokens.onCall("ada", "metro")).get(alert.path()).status())
                .isEqualTo(200);
        assertThat(api(tokens.onCall("cleo", "coast")).get(alert.path()).status())
                .isEqualTo(200);
        assertThat(api(tokens.operations()).get(alert.path()).status()).isEqualTo(404);

        service.topics().send(Topics.PATIENTS, key, Events.patient(key, "harbor", "coast", "late-p"));
        await().untilAsserted(() -> assertThat(api(tokens.onCall("cleo", "coast"))
                        .get(alert.path())
                        .body()
                        .path("patientReference")
                        .asString(""))
                .isEqualTo("late-p"));
        assertThat(api(tokens.onCall("ada", "metro")).get(alert.path()).body().has("patientReference"))
                .isFalse();
    }

    @Test
    void clinicsAndSpecialistsAreRefusedAndStrangersUnknown() {
        assertThat(api(tokens.clinic("north")).get("/api/alerts").status()).isEqualTo(403);
        assertThat(api(tokens.specialist("NEUROSURGERY"))
                        .get("/api/alerts/stream")
                        .status())
                .isEqualTo(403);
        assertThat(api("no-token").get("/api/alerts").status()).isEqualTo(401);
    }

    @Test
    void everyReadOfAnAlertIsWrittenDown() {
        Alert alert = service.raise();

        api(tokens.onCall("ada", "metro")).get(alert.path());
        api(tokens.onCall("ada", "metro")).get(alert.path());
        api(tokens.onCall("cleo", "coast")).get(alert.path());

        assertThat(jdbc.queryForList("select reader from alert_read where alert_id = ?", String.class, alert.id()))
                .containsExactly("ada", "ada");
    }

    @Test
    void anErasedPatientIsGoneFromTheRead() {
        Alert alert = service.raise();
        service.topics()
                .send(Topics.PATIENTS, alert.assessment(), Events.patient(alert.assessment(), "north", "metro", "p1"));
        await().untilAsserted(() ->
                assertThat(read(alert).path("patientReference").asString("")).isEqualTo("p1"));

        service.topics().send(Topics.PATIENTS.name(), alert.assessment().toString(), null);

        await().untilAsserted(
                        () -> assertThat(read(alert).has("patientReference")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoPatientsUnderOneRevisionTheOneIsShownWhoseAnswersCount(boolean hersFirst) {
        UUID assessment = Identities.newAssessmentId();
        UrgencyDecided hers = Events.emergency(assessment);
        Instant later = hers.getReceivedAt().plusMillis(1);
        List<PatientReferenced> patients = new ArrayList<>(List.of(
                Events.patient(assessment, "north", "metro", "hers", hers.getReceivedAt()),
                Events.patient(assessment, "north", "metro", "his", later)));
        if (!hersFirst) {
            Collections.reverse(patients);
        }
        patients.forEach(patient -> service.topics().send(Topics.PATIENTS, assessment, patient));
        service.submit(UrgencyDecided.newBuilder(Events.decided(assessment, 1, Urgency.SOON, "AGE-1"))
                .setBodyHash("his body")
                .setReceivedAt(later)
                .build());
        Alert alert = service.raise(hers);

        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "select count(*) from patient_reference where assessment_id = ?", Integer.class, assessment))
                .isEqualTo(2));
        assertThat(read(alert).path("patientReference").asString("")).isEqualTo("hers");

        service.topics().send(Topics.PATIENTS.name(), assessment.toString(), null);
        await().untilAsserted(
                        () -> assertThat(read(alert).has("patientReference")).isFalse());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<UUID> raised = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            raised.addFirst(service.raise().id());
        }
        Api ada = api(tokens.onCall("ada", "metro"));

        List<UUID> listed = new ArrayList<>();
        String next = "";
        do {
            Api.Answer page = ada.get("/api/alerts?limit=2&state=NOTIFYING" + next);
            page.body()
                    .path("items")
                    .forEach(item ->
                            listed.add(UUID.fromString(item.path("alertId").asString())));
            next = page.body().has("next")
                    ? "&cursor=" + page.body().path("next").asString()
                    : "";
        } while (!next.isEmpty() && !listed.containsAll(raised));

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(raised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/alerts?state=OPEN",
                "/api/alerts?state=%00",
                "/api/alerts?limit=0",
                "/api/alerts?limit=many",
                "/api/alerts?cursor=%21",
                "/api/alerts?cursor=AAAA",
                "/api/alerts?cursor=OTk5OTk5OTk5OTk5OTk5OTk5fDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA",
                "/api/alerts/not-an-id"
            })
    void whatCannotBeReadIsAnsweredAsSuch(String path) {
        Api.Answer answer = api(tokens.admin()).get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aVersionIsHonouredWhereItIsGiven() {
        Alert alert = service.raise();
        Api ada = api(tokens.onCall("ada", "metro"));
        await().untilAsserted(() ->
                assertThat(read(alert).path("timeline").toString()).contains("WEBHOOK", "EMAIL"));
        String tag = ada.get(alert.path()).header("ETag");

        assertThat(ada.post(alert.path() + "/acknowledge", "If-Match", "\"999\"")
                        .status())
                .isEqualTo(412);
        assertThat(ada.post(alert.path() + "/acknowledge", "If-Match", "W/" + tag)
                        .status())
                .isEqualTo(412);
        assertThat(ada.post(alert.path() + "/acknowledge", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(ada.post(alert.path() + "/acknowledge", "If-Match", tag).status())
                .as("the same again, for the answer may have been lost")
                .isEqualTo(200);
    }

    @Test
    void aStreamTellsEachChangeInOrderAndResumesWhereItWasCutOff() throws Exception {
        Api ada = api(tokens.onCall("ada", "metro"));
        Alert alert;
        String lastSeen;
        try (Stream stream = Stream.open(ada, null)) {
            stream.awaitOpen();
            alert = service.raise();
            Stream.Event raised = stream.await(
                    event -> event.isAbout(alert.id()) && event.name().equals("RAISED"));
            assertThat(raised.data().path("rules").get(0).asString()).isEqualTo("CES-1");
            lastSeen = raised.id();
        }
        Alert coast = service.raise(
                Events.decidedFor("harbor", "coast", Identities.newAssessmentId(), 1, Urgency.EMERGENCY, "NEURO-1"));
        ada.post(alert.path() + "/acknowledge");

        try (Stream stream = Stream.open(ada, lastSeen)) {
            Stream.Event acknowledged = stream.await(
                    event -> event.isAbout(alert.id()) && event.name().equals("ACKNOWLEDGED"));
            assertThat(acknowledged.data().path("acknowledgedBy").asString()).isEqualTo("ada");
            assertThat(stream.events()).noneMatch(event -> event.isAbout(coast.id()));
            assertThat(stream.events())
                    .extracting(event -> Long.parseLong(event.id()))
                    .isSorted()
                    .allMatch(id -> id > Long.parseLong(lastSeen));
        }
    }

    private JsonNode read(Alert alert) {
        return api(tokens.onCall("ada", "metro")).get(alert.path()).body();
    }

    private static List<UUID> ids(Api api) {
        return items(api).stream()
                .map(item -> UUID.fromString(item.path("alertId").asString()))
                .toList();
    }

    private static List<JsonNode> items(Api api) {
        List<JsonNode> items = new ArrayList<>();
        api.get("/api/alerts?limit=200").body().path("items").forEach(items::add);
        return items;
    }

    private Api api(String token) {
        return new Api(port, token);
    }
}
