package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class WorklistIT {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<Urgency> URGENCIES =
            List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON, Urgency.ROUTINE);

    private final TopicClient topics = new TopicClient();
    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private HttpApi api;

    @BeforeEach
    void startEmpty() {
        api = new HttpApi(port);
        Consumption.awaitAll(topics);
        jdbc.sql("truncate assessment, referral, referral_change, patient").update();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aReferralTellsItsSpecialistAllThereIsToKnow() {
        decide(DecidedEvent.about(id).receivedAt(RECEIVED).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        decide(DecidedEvent.about(id)
                .revision(2)
                .receivedAt(RECEIVED)
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1"));
        refer("patient-of-north");
        Consumption.awaitAll(topics);

        HttpApi.Answer answer = api.get(referralPath(Queue.NEUROSURGERY), tokens.specialist("NEUROSURGERY"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        JsonNode referral = answer.json();
        assertThat(referral.get("referralId").asString())
                .isEqualTo(Identities.referralId(id, Queue.NEUROSURGERY, 1).toString());
        assertThat(referral.get("assessmentId").asString()).isEqualTo(id.toString());
        assertThat(referral.get("state").asString()).isEqualTo("ROUTED");
        assertThat(referral.get("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(referral.get("dueAt").asString()).isEqualTo("2026-03-01T08:15:00Z");
        assertThat(referral.get("patientReference").asString()).isEqualTo("patient-of-north");
        assertThat(referral.get("clinicPhone").asString()).isEqualTo("+49 30 5550 0101");
        assertThat(referral.get("availableActions")).isEmpty();
        JsonNode finding = referral.get("findings").get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("NEURO-1");
        assertThat(finding.get("because").get(0).get("value").asString()).isEqualTo("RETENTION");
        assertThat(finding.get("because").get(1).has("value")).isTrue();
        assertThat(finding.get("because").get(1).get("value").isNull()).isTrue();
        JsonNode history = referral.get("history");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).has("from")).isFalse();
        assertThat(history.get(1).get("from").asString()).isEqualTo("ROUTED");
        assertThat(history.get(1).get("to").asString()).isEqualTo("ROUTED");
        assertThat(history.get(1).get("reason").asString()).isEqualTo("URGENCY_RAISED");
        assertThat(history.get(1).get("actor").asString()).isEqualTo("referral-service");
    }

    @Test
    void somebodyElsesReferralIsNotFound() {
        decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Consumption.awaitAll(topics);
        String path = referralPath(Queue.NEUROSURGERY);

        assertThat(api.get(path, tokens.clinic("north")).status()).isEqualTo(200);
        assertThat(api.get(path, tokens.admin()).status()).isEqualTo(200);
        assertThat(api.get(path, tokens.clinic("south")).status()).isEqualTo(404);
        assertThat(api.get(path, tokens.specialist("RHEUMATOLOGY")).status()).isEqualTo(404);
        assertThat(api.get(path, tokens.operations()).status()).isEqualTo(403);
        assertThat(api.get(path, tokens.onCall("oncall", "metro")).status()).isEqualTo(403);
        assertThat(api.get(path, null).status()).isEqualTo(401);
        assertThat(api.get("/api/referrals/" + UUID.randomUUID(), tokens.admin())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReferralOfAnotherNetworkIsOnNoListOfItsSpecialty() {
        decide(DecidedEvent.about(id).from("far", "elsewhere").asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Consumption.awaitAll(topics);

        assertThat(items("/api/queues/ONCOLOGY/referrals", tokens.specialist("ONCOLOGY")))
                .isEmpty();
        assertThat(api.get(referralPath(Queue.ONCOLOGY), tokens.specialist("ONCOLOGY"))
                        .status())
                .isEqualTo(404);
        assertThat(items("/api/queues/ONCOLOGY/referrals", tokens.admin())).hasSize(1);
        assertThat(queue("ONCOLOGY", tokens.specialist("ONCOLOGY")).get("open").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/queues, 200, 200, 200, 403, 403",
        "/api/queues/NEUROSURGERY/referrals, 200, 403, 200, 403, 403",
        "/api/queues/ONCOLOGY/referrals, 404, 403, 200, 403, 403",
        "/api/queues/neurosurgery/referrals, 404, 403, 404, 403, 403"
    })
    void aRoleThatMayNotCallIsRefused(String path, int specialist, int operations, int admin, int clinic, int onCall) {
        assertThat(api.get(path, tokens.specialist("NEUROSURGERY")).status()).isEqualTo(specialist);
        assertThat(api.get(path, tokens.operations()).status()).isEqualTo(operations);
        assertThat(api.get(path, tokens.admin()).status()).isEqualTo(admin);
        assertThat(api.get(path, tokens.clinic("north")).status()).isEqualTo(clinic);
        assertThat(api.get(path, tokens.onCall("oncall", "metro")).status()).isEqualTo(onCall);
        assertThat(api.get(path, null).status()).isEqualTo(401);
    }

    @Test
    void queuesTellWhatIsOpenTheOldestAndWhatIsPastDue() {
        UUID fresh = UUID.randomUUID();
        UUID synthetic = UUID.randomUUID();
        decide(DecidedEvent.about(id).receivedAt(RECEIVED).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        decide(fresh, DecidedEvent.about(fresh).asking(Queue.NEUROSURGERY, Urgency.ROUTINE, "NEURO-9"));
        decide(synthetic, DecidedEvent.about(synthetic).synthetic().asking(Queue.NEUROSURGERY, Urgency.URGENT, "X"));
        Consumption.awaitAll(topics);

        JsonNode queue = queue("NEUROSURGERY", tokens.operations());

        assertThat(queue.get("open").asInt()).isEqualTo(2);
        assertThat(queue.get("byState").get("ROUTED").asInt()).isEqualTo(2);
        assertThat(queue.get("byUrgency").get("URGENT").asInt()).isEqualTo(1);
        assertThat(queue.get("byUrgency").get("EMERGENCY").asInt()).isZero();
        assertThat(queue.get("breaches").asInt()).isEqualTo(1);
        assertThat(Instant.parse(queue.get("oldest").asString())).isAfter(RECEIVED);
        assertThat(items("/api/queues", tokens.operations())).hasSize(12);
        assertThat(items("/api/queues", tokens.specialist("NEUROSURGERY", "ONCOLOGY")))
                .hasSize(2);
        assertThat(queue("CHIROPRACTIC", tokens.admin()).has("oldest")).isFalse();
    }

    @Test
    void pagesOfAWorklistFollowEachOtherWhileItGrows() {
        sendReferrals(230);
        Consumption.awaitAll(topics);
        String token = tokens.specialist("DERMATOLOGY");
        List<JsonNode> seen = new ArrayList<>();
        String path = "/api/queues/DERMATOLOGY/referrals?limit=50";

        JsonNode page = api.get(path, token).json();
        seen.addAll(page.get("items").values());
        sendReferrals(20);
        Consumption.awaitAll(topics);
        while (page.has("next")) {
            page = api.get(path + "&cursor=" + page.get("next").asString(), token)
                    .json();
            seen.addAll(page.get("items").values());
        }

        assertThat(new HashSet<>(seen.stream()
                        .map(item -> item.get("referralId").asString())
                        .toList()))
                .hasSize(seen.size());
        assertThat(seen).hasSizeBetween(230, 250);
        assertThat(seen)
                .isSortedAccordingTo(Comparator.<JsonNode, Urgency>comparing(
                                item -> Urgency.valueOf(item.get("urgency").asString()))
                        .thenComparing(item -> Instant.parse(item.get("dueAt").asString())));
    }

    @Test
    void aWorklistShowsWhatIsOpenUnlessAnotherStateIsAskedFor() {
        decide(DecidedEvent.about(id).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        decide(DecidedEvent.about(id).revision(2).asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        Consumption.awaitAll(topics);

        assertThat(items("/api/queues/ONCOLOGY/referrals", tokens.admin())).isEmpty();
        assertThat(items("/api/queues/ONCOLOGY/referrals?state=ROUTED", tokens.admin()))
                .isEmpty();
        assertThat(items("/api/queues/ONCOLOGY/referrals?state=WITHDRAWN", tokens.admin()))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.get("rules").get(0).asString()).isEqualTo("CANCER-2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=routed",
                "state=%00",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=%00",
                "cursor=RU1FUkdFTkNZfDF8MQ",
                "cursor=RU1FUkdFTkNZfDk5OTk5OTk5OTk5OTk5OTl8MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw"
            })
    void aQueryThatMakesNoSenseIsABadRequestThatNamesTheField(String query) {
        HttpApi.Answer answer = api.get("/api/queues/ONCOLOGY/referrals?" + query, tokens.admin());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("errors").get(0).get("path").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aReferralUnderNoUuidIsNeverAnError() {
        assertThat(api.get("/api/referrals/x", tokens.admin()).status()).isBetween(400, 404);
        assertThat(api.get("/api/referrals/%20", tokens.admin()).status()).isBetween(400, 404);
        assertThat(api.get("/api/referrals", tokens.admin()).status()).isBetween(400, 404);
        assertThat(api.get("/api/queues/%20/referrals", tokens.admin()).status())
                .isBetween(400, 404);
    }

    @Test
    void anErasedPatientReferenceIsGoneForGood() {
        decide(DecidedEvent.about(id).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        refer("somebody");
        topics.send(Topics.PATIENTS.name(), id.toString(), null);
        refer("somebody");
        Consumption.awaitAll(topics);

        JsonNode referral =
                api.get(referralPath(Queue.ONCOLOGY), tokens.admin()).json();

        assertThat(referral.has("patientReference")).isFalse();
        assertThat(jdbc.sql("select count(*) from patient where reference is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void openApiDescribesTheCalls() {
        JsonNode paths = api.get("/v3/api-docs", null).json().get("paths");

        assertThat(paths.propertyNames())
                .contains("/api/queues", "/api/queues/{queue}/referrals", "/api/referrals/{id}");
        assertThat(paths.get("/api/referrals/{id}").get("get").get("parameters"))
                .hasSize(1);
    }

    private void sendReferrals(int count) {
        for (int number = 0; number < count; number++) {
            UUID assessment = UUID.randomUUID();
            decide(
                    assessment,
                    DecidedEvent.about(assessment)
                            .receivedAt(RECEIVED.plus(Duration.ofMinutes(number % 7)))
                            .asking(Queue.DERMATOLOGY, URGENCIES.get(number % URGENCIES.size()), "PSORIATIC-1"));
        }
    }

    private void decide(DecidedEvent decision) {
        decide(id, decision);
    }

    private void decide(UUID assessment, DecidedEvent decision) {
        topics.send(Topics.DECISIONS, assessment, decision.build());
    }

    private void refer(String reference) {
        topics.send(
                Topics.PATIENTS,
                id,
                PatientReferenced.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setAssessmentId(id)
                        .setRevision(1)
                        .setClinicId("north")
                        .setNetworkId("metro")
                        .setPatientReference(reference)
                        .setReceivedAt(RECEIVED)
                        .build());
    }

    private String referralPath(Queue queue) {
        return "/api/referrals/" + Identities.referralId(id, queue, 1);
    }

    private List<JsonNode> items(String path, String token) {
        return List.copyOf(api.get(path, token).json().get("items").values());
    }

    private JsonNode queue(String name, String token) {
        return items("/api/queues", token).stream()
                .filter(item -> item.get("queue").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
