package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceTest
class OutageIT {

    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final InstantSource clock = InstantSource.system();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @AfterEach
    void restore() {
        CuttableDatabase.PROXY.restore();
    }

    @Test
    void aDatabaseThatIsAwayForTwentySecondsParksNothingAndLosesNothing() {
        HttpApi management = new HttpApi(managementPort);
        List<UUID> decided = new ArrayList<>(decideOnBothLanes());
        assertThat(management.get("/actuator/health/readiness", null).status()).isEqualTo(200);

        CuttableDatabase.PROXY.cut();
        Instant end = clock.instant().plus(OUTAGE);
        decided.addAll(decideOnBothLanes());
        decided.forEach(id -> Neighbours.refer(id, 1, RECEIVED, "patient-" + id));
        assertThatReadingIsUnavailable();
        await().atMost(OUTAGE)
                .until(() -> management.get("/actuator/health/readiness", null).status() == 503);
        assertThat(management.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        await().pollInterval(Duration.ofMillis(500))
                .atMost(OUTAGE.multipliedBy(2))
                .until(() -> clock.instant().isAfter(end));
        decided.addAll(decideOnBothLanes());
        CuttableDatabase.PROXY.restore();

        Neighbours.awaitConsumed();
        assertThat(routed(decided)).isEqualTo(decided.size());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(keys(Topics.REFERRAL_CHANGES.name())).containsAll(decided));
        assertThat(patientReference(decided.getFirst())).isEqualTo("patient-" + decided.getFirst());
        for (Subscription<?> subscription : List.of(
                Subscriptions.REFERRAL_DECISIONS,
                Subscriptions.REFERRAL_DECISIONS_BULK,
                Subscriptions.REFERRAL_PATIENTS)) {
            assertThat(keys(subscription.parkedTopic())).doesNotContainAnyElementsOf(decided);
        }
        await().atMost(OUTAGE)
                .until(() -> management.get("/actuator/health/readiness", null).status() == 200);
    }

    private void assertThatReadingIsUnavailable() {
        HttpApi api = new HttpApi(port);
        for (String path :
                List.of("/api/queues", "/api/queues/NEUROSURGERY/referrals", "/api/referrals/" + UUID.randomUUID())) {
            HttpApi.Answer answer = api.get(path, tokens.admin());
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private String patientReference(UUID id) {
        return new HttpApi(port)
                .get("/api/referrals/" + Identities.referralId(id, Queue.SPINE_SURGERY, 1), tokens.admin())
                .json()
                .get("patientReference")
                .asString();
    }

    private static Set<UUID> keys(String topic) {
        return Neighbours.topics().records(topic).stream()
                .map(record -> UUID.fromString(record.key()))
                .collect(Collectors.toSet());
    }

    private static List<UUID> decideOnBothLanes() {
        List<UUID> ids = new ArrayList<>();
        for (Consumer<DecidedEvent> lane :
                List.<Consumer<DecidedEvent>>of(Neighbours::decide, Neighbours::decideInBulk)) {
            for (int number = 0; number < 10; number++) {
                UUID id = UUID.randomUUID();
                lane.accept(DecidedEvent.about(id)
                        .receivedAt(RECEIVED)
                        .asking(Queue.SPINE_SURGERY, Urgency.SOON, "FRACTURE-1"));
                ids.add(id);
            }
        }
        return ids;
    }

    private int routed(List<UUID> ids) {
        return jdbc.sql("select count(*) from referral where assessment_id in (:ids)")
                .param("ids", ids)
                .query(Integer.class)
                .single();
    }
}
