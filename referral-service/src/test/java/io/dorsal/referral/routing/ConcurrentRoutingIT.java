package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.referral.ReferralServiceTest;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions at once, as two instances or two lanes have them. */
@ReferralServiceTest
class ConcurrentRoutingIT {

    private static final int ASSESSMENTS = 60;
    private static final int BATCHES = 12;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Autowired
    private RoutingDecisions routing;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoeverComesSecondWithAnUnknownAssessmentTriesAgain() throws Exception {
        AssessmentId id = new AssessmentId(UUID.randomUUID());
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.ONCOLOGY, Urgency.URGENT, "A")
                .build();
        CountDownLatch routed = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);

        Future<?> first = threads.submit(() -> transactions.executeWithoutResult(status -> {
            routing.route(List.of(decision));
            routed.countDown();
            awaitUninterrupted(commit);
        }));
        awaitUninterrupted(routed);
        Future<?> second = threads.submit(() -> route(List.of(decision)));
        awaitLockWait();
        commit.countDown();
        first.get();

        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OptimisticLockingFailureException.class)
                .satisfies(failure -> assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.TRANSIENT));
        route(List.of(decision));
        assertThat(count("referral", id)).isEqualTo(1);
    }

    @Test
    void batchesThatOverlapInAnyOrderNeverLockEachOtherOut() throws Exception {
        List<AssessmentId> ids = Stream.generate(() -> new AssessmentId(UUID.randomUUID()))
                .limit(ASSESSMENTS)
                .toList();
        long seed = new Random().nextLong();

        Future<?> one = threads.submit(() -> routeShuffled(ids, new Random(seed)));
        Future<?> other = threads.submit(() -> routeShuffled(ids, new Random(seed + 1)));
        one.get();
        other.get();

        assertThat(ids)
                .as("seed %d", seed)
                .allSatisfy(id -> assertThat(open(id)).isEqualTo(1));
        assertThat(Tally.errors(jdbc)).as("seed %d", seed).isEmpty();
    }

    private void routeShuffled(List<AssessmentId> ids, Random random) {
        for (int revision = 1; revision <= BATCHES; revision++) {
            List<AssessmentId> shuffled = new ArrayList<>(ids);
            Collections.shuffle(shuffled, random);
            int number = revision;
            Queue queue = revision % 2 == 0 ? Queue.ONCOLOGY : Queue.NEUROSURGERY;
            List<DecidedRevision> batch = shuffled.stream()
                    .map(id -> aDecision()
                            .about(id)
                            .ofRevision(number)
                            .asking(queue, Urgency.URGENT, "A")
                            .build())
                    .toList();
            routeUntilItWorks(batch);
        }
    }

    private void routeUntilItWorks(List<DecidedRevision> batch) {
        while (true) {
            try {
                route(batch);
                return;
            } catch (OptimisticLockingFailureException e) {
                // The other was first: what the listener would do is to deliver the batch again.
            }
        }
    }

    private void route(List<DecidedRevision> batch) {
        transactions.executeWithoutResult(status -> routing.route(batch));
    }

    private void awaitLockWait() {
        await().until(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single());
    }

    private int count(String table, AssessmentId id) {
        return jdbc.sql("select count(*) from " + table + " where assessment_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private int open(AssessmentId id) {
        return jdbc.sql("select count(*) from referral where is_open and assessment_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
