package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private final TopicClient topics = new TopicClient();
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
        topics.close();
    }

    @Test
    void aDatabaseThatIsAwayForTwentySecondsParksNothingAndLosesNothing() {
        List<UUID> decided = new ArrayList<>();
        HttpApi api = new HttpApi(port);
        HttpApi management = new HttpApi(managementPort);
        decided.addAll(decide(20));
        assertThat(management.get("/actuator/health/readiness", null).status()).isEqualTo(200);

        CuttableDatabase.PROXY.cut();
        Instant end = clock.instant().plus(OUTAGE);
        decided.addAll(decide(20));
        assertThat(api.get("/api/queues", tokens.admin()).status()).isEqualTo(503);
        assertThat(api.get("/api/referrals/" + UUID.randomUUID(), tokens.admin())
                        .status())
                .isEqualTo(503);
        await().atMost(OUTAGE)
                .until(() -> management.get("/actuator/health/readiness", null).status() == 503);
        assertThat(management.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(OUTAGE.multipliedBy(2))
                .until(() -> clock.instant().isAfter(end));
        decided.addAll(decide(20));
        CuttableDatabase.PROXY.restore();

        Consumption.awaitAll(topics);
        assertThat(routed(decided)).isEqualTo(decided.size());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(keys(Topics.REFERRAL_CHANGES.name())).containsAll(decided));
        assertThat(keys(Subscriptions.REFERRAL_DECISIONS.parkedTopic())).doesNotContainAnyElementsOf(decided);
        await().atMost(OUTAGE)
                .until(() -> management.get("/actuator/health/readiness", null).status() == 200);
    }

    private Set<UUID> keys(String topic) {
        return topics.records(topic).stream()
                .map(record -> UUID.fromString(record.key()))
                .collect(Collectors.toSet());
    }

    private List<UUID> decide(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            UUID id = UUID.randomUUID();
            topics.send(
                    Topics.DECISIONS,
                    id,
                    DecidedEvent.about(id)
                            .asking(Queue.SPINE_SURGERY, Urgency.SOON, "FRACTURE-1")
                            .build());
            ids.add(id);
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
