package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.referral.clocks.TellingBreaches;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class BreachIT {

    private static final int INSTANCES = 6;

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();
    private final Instant longAgo = Clock.systemUTC().instant().minus(Duration.ofDays(2));

    @Autowired
    private TellingBreaches telling;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    @Test
    void whatIsPastDueIsToldOnceByHoweverManyInstances() throws Exception {
        Neighbours.decide(DecidedEvent.about(id)
                .receivedAt(longAgo)
                .asking(Queue.DERMATOLOGY, Urgency.URGENT, "PSORIATIC-1")
                .asking(Queue.ONCOLOGY, Urgency.ROUTINE, "CANCER-9"));
        Neighbours.awaitConsumed();
        try (ExecutorService instances = Executors.newFixedThreadPool(INSTANCES)) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < INSTANCES; number++) {
                all.add(instances.submit(this::tell));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        ReferralChanged breach = Neighbours.changes(id, 3).getLast();
        assertThat(breach.getReason()).isEqualTo("BREACHED");
        assertThat(breach.getState()).isEqualTo(ReferralState.ROUTED);
        assertThat(breach.getPreviousState()).isEqualTo(ReferralState.ROUTED);
        assertThat(breach.getQueue()).isEqualTo(Queue.DERMATOLOGY);
        assertThat(breach.getVersion()).isEqualTo(2);
        tell();
        assertThat(read(Queue.DERMATOLOGY).get("history")).hasSize(2);
        assertThat(read(Queue.DERMATOLOGY).get("breached").asBoolean()).isTrue();
        assertThat(read(Queue.DERMATOLOGY).has("breachedAt")).isTrue();
        assertThat(read(Queue.ONCOLOGY).get("breached").asBoolean()).isFalse();
    }

    private void tell() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.executeWithoutResult(status -> telling.tell(now));
    }

    private JsonNode read(Queue queue) {
        return new HttpApi(port)
                .get("/api/referrals/" + Identities.referralId(id, queue, 1), tokens.admin())
                .json();
    }
}
