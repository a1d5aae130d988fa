package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class WorklistIT {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<Urgency> URGENCIES =
            List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON, Urgency.ROUTINE, Urgency.SELF_CARE);

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
        Neighbours.awaitConsumed();
        jdbc.sql("truncate referral").update();
    }

    @Test
    void aReferralOfAnotherNetworkIsOnNoListOfItsSpecialty() {
        Neighbours.decide(
                DecidedEvent.about(id).from("far", "elsewhere").asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.awaitConsumed();

        assertThat(items("/api/queues/ONCOLOGY/referrals", tokens.specialist("ONCOLOGY")))
                .isEmpty();
        assertThat(items("/api/queues/ONCOLOGY/referrals", tokens.admin())).hasSize(1);
        assertThat(queue("ONCOLOGY", tokens.specialist("ONCOLOGY")).get("open").asInt())
                .isZero();
    }

    @Test
    void queuesTellWhatIsOpenTheOldestAndWhatIsPastDue() {
        UUID fresh = UUID.randomUUID();
        UUID synthetic = UUID.randomUUID();
        Neighbours.decide(
                DecidedEvent.about(id).receivedAt(RECEIVED).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.decide(DecidedEvent.about(fresh).asking(Queue.NEUROSURGERY, Urgency.ROUTINE, "NEURO-9"));
        Neighbours.decide(DecidedEvent.about(synthetic).synthetic().asking(Queue.NEUROSURGERY, Urgency.URGENT, "X"));
        Neighbours.awaitConsumed();

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
    void pagesFollowEachOtherOverTiesAndWhatIsNeverDueWhileTheListGrows() {
        decideOf(100);
        Neighbours.awaitConsumed();
        String token = tokens.specialist("DERMATOLOGY");
        String path = "/api/queues/DERMATOLOGY/referrals?limit=7";
        JsonNode page = api.get(path, token).json();
        List<JsonNode> seen = new ArrayList<>(page.get("items").values());

        decideOf(20);
        Neighbours.awaitConsumed();
        seen.addAll(pagesAfter(page, path, token));

        assertThat(seen).hasSizeBetween(100, 120);
        assertThat(new HashSet<>(seen.stream()
                        .map(item -> item.get("referralId").asString())
                        .toList()))
                .hasSize(seen.size());
        assertThat(seen)
                .isSortedAccordingTo(Comparator.<JsonNode, Urgency>comparing(
                                item -> Urgency.valueOf(item.get("urgency").asString()))
                        .thenComparing(WorklistIT::due));
        assertThat(seen).filteredOn(item -> !item.has("dueAt")).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void pagesOfWhatIsClosedFollowEachOtherToo() {
        List<UUID> withdrawn = decideOf(15);
        withdrawn.forEach(assessment -> Neighbours.decide(
                DecidedEvent.about(assessment).revision(2).asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1")));
        Neighbours.awaitConsumed();
        String path = "/api/queues/DERMATOLOGY/referrals?state=WITHDRAWN&limit=4";

        JsonNode page = api.get(path, tokens.admin()).json();
        List<JsonNode> seen = new ArrayList<>(page.get("items").values());
        seen.addAll(pagesAfter(page, path, tokens.admin()));

        assertThat(seen)
                .extracting(item -> UUID.fromString(item.get("assessmentId").asString()))
                .containsExactlyInAnyOrderElementsOf(withdrawn);
    }

    @Test
    void aWorklistShowsWhatIsOpenUnlessAnotherStateIsAskedFor() {
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.decide(DecidedEvent.about(id).revision(2).asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        Neighbours.awaitConsumed();

        assertThat(items("/api/queues/ONCOLOGY/referrals", tokens.admin())).isEmpty();
        assertThat(items("/api/queues/ONCOLOGY/referrals?state=ROUTED", tokens.admin()))
                .isEmpty();
        assertThat(items("/api/queues/ONCOLOGY/referrals?state=WITHDRAWN", tokens.admin()))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.get("rules").get(0).asString()).isEqualTo("CANCER-2"));
        assertThat(items("/api/queues/PRIMARY_CARE/referrals?state=ROUTED", tokens.admin()))
                .hasSize(1);
    }

    private List<JsonNode> pagesAfter(JsonNode first, String path, String token) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = first;
        while (page.has("next")) {
            page = api.get(path + "&cursor=" + page.get("next").asString(), token)
                    .json();
            items.addAll(page.get("items").values());
        }
        return items;
    }

    private static Instant due(JsonNode item) {
        return item.has("dueAt") ? Instant.parse(item.get("dueAt").asString()) : Instant.MAX;
    }

    /** Of all urgencies, and with the same few times of receipt. */
    private static List<UUID> decideOf(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            UUID assessment = UUID.randomUUID();
            Neighbours.decide(DecidedEvent.about(assessment)
                    .receivedAt(RECEIVED.plus(Duration.ofMinutes(number % 3)))
                    .asking(Queue.DERMATOLOGY, URGENCIES.get(number % URGENCIES.size()), "PSORIATIC-1"));
            ids.add(assessment);
        }
        return ids;
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
