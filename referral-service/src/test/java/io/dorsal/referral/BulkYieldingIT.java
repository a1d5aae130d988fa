package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ReferralServiceTest
class BulkYieldingIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int BACKLOG = 400;

    private final TopicClient topics = new TopicClient();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate statements;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void bulkDecisionsWaitWhileTheInteractiveLaneLagsAndGoOnAfter() {
        UUID blocked = UUID.randomUUID();
        send(Topics.DECISIONS, blocked, 1);
        await().atMost(SOON).until(() -> routed(blocked));
        UUID bulk = UUID.randomUUID();

        transactions.executeWithoutResult(status -> {
            statements.queryForList("select 1 from assessment where assessment_id = ? for update", blocked);
            holdUpTheInteractiveLane(blocked);
            await().atMost(SOON).until(() -> yielding() == 1);
            // What a paused consumer has fetched already, it may still hand over once.
            send(Topics.DECISIONS_BULK, bulk, 1);
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !routed(bulk));
        });

        await().atMost(SOON).until(() -> routed(bulk));
        await().atMost(SOON).until(() -> yielding() == 0);
        Consumption.awaitAll(topics);
    }

    /** Every interactive consumer gets a revision of the locked assessment into its way. */
    private void holdUpTheInteractiveLane(UUID blocked) {
        send(Topics.DECISIONS, blocked, 2);
        List<UUID> behind = new ArrayList<>();
        for (int number = 0; number < BACKLOG; number++) {
            behind.add(UUID.randomUUID());
        }
        behind.forEach(id -> send(Topics.DECISIONS, id, 1));
        behind.forEach(id -> send(Topics.DECISIONS, blocked, 3));
        assertThat(routed(blocked)).isTrue();
    }

    private void send(io.dorsal.schemas.topics.Topic<io.dorsal.events.UrgencyDecided> lane, UUID id, int revision) {
        topics.send(
                lane,
                id,
                DecidedEvent.about(id)
                        .revision(revision)
                        .asking(Queue.PHYSIATRY, Urgency.ROUTINE, "STENOSIS-1")
                        .build());
    }

    private double yielding() {
        return meters.get("dorsal.referral.bulk.yielding").gauge().value();
    }

    private boolean routed(UUID id) {
        return jdbc.sql("select exists (select from referral where assessment_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
