package io.dorsal.referral;

import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ReferralServiceTest
class BulkYieldingIT {

    private final UUID blocked = UUID.randomUUID();
    private final UUID bulk = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate statements;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MeterRegistry meters;

    @Test
    void bulkDecisionsWaitWhileOneInteractiveDecisionIsHeldUpAndGoOnAfter() {
        Neighbours.decide(decision(blocked));
        await().atMost(Neighbours.SOON).until(() -> isRouted(blocked));

        transactions.executeWithoutResult(status -> {
            statements.queryForList("select 1 from assessment where assessment_id = ? for update", blocked);
            Neighbours.decide(decision(blocked).revision(2));
            await().atMost(Neighbours.SOON).until(() -> yielding() == 1);
            Neighbours.decideInBulk(decision(bulk));
            await().during(Duration.ofSeconds(2)).atMost(Neighbours.SOON).until(() -> !isRouted(bulk));
        });

        await().atMost(Neighbours.SOON).until(() -> isRouted(bulk));
        await().atMost(Neighbours.SOON).until(() -> yielding() == 0);
    }

    private static DecidedEvent decision(UUID id) {
        return DecidedEvent.about(id).asking(Queue.PHYSIATRY, Urgency.ROUTINE, "STENOSIS-1");
    }

    private double yielding() {
        return meters.get("dorsal.bulk.yielding").gauge().value();
    }

    private boolean isRouted(UUID id) {
        return jdbc.sql("select exists (select from referral where assessment_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
