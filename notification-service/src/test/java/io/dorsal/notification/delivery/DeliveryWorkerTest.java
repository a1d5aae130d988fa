package io.dorsal.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.kit.messaging.TransientFailureException;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.SomePolicies;
import io.dorsal.notification.policy.Turn;
import io.dorsal.notification.waking.Bell;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryWorkerTest {

    private final FakeChannel webhook = new FakeChannel(ChannelKind.WEBHOOK);
    private final Sender sender = new Sender(List.of(webhook));
    private final FakeQueue queue = new FakeQueue();
    private final FakeTellings tellings = new FakeTellings();
    private final SettableClock clock = new SettableClock();
    private final DeliveryWorker worker = new DeliveryWorker(
            ChannelKind.WEBHOOK,
            Lane.PATIENTS,
            queue,
            sender,
            tellings,
            SomePolicies::inTwoSteps,
            new RetryPauses(new Random(5)),
            (claim, outcome) -> {},
            new Bell(),
            clock);
    private final Message message = new Message(
            new DeliveryId(UUID.randomUUID()),
            new AlertId(UUID.randomUUID()),
            AlertKind.EMERGENCY,
            false,
            "north",
            Urgency.EMERGENCY,
            "cauda equina syndrome",
            Instant.EPOCH);

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void whatWasSentIsNotSentAgainWhileItsOutcomeCannotBeRecorded() throws Exception {
        queue.fails(new IllegalStateException("never"));
        queue.offer(claim("oncall-metro", 1));
        worker.round();
        await().until(() -> queue.tries == 1);

        queue.offer(claim("oncall-metro", 2));
        worker.round();
        worker.round();
        clock.advance(Duration.ofSeconds(1));
        worker.round();
        assertThat(queue.tries).as("at its end, and then once a second").isEqualTo(3);
        queue.fails(null);
        clock.advance(Duration.ofSeconds(1));
        worker.round();

        assertThat(queue.recorded)
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.outcome()).isInstanceOf(Outcome.Accepted.class));
        assertThat(webhook.sent()).hasSize(1);
    }

    @Test
    void whileTheDatabaseIsAwayOneOutcomeIsTriedAndNotAllOfThem() throws Exception {
        queue.fails(new TransientFailureException("away", new IllegalStateException()));
        for (int i = 0; i < 5; i++) {
            queue.offer(new Claim(messageOf(UUID.randomUUID()), Turn.FIRST, "oncall-metro", ChannelKind.WEBHOOK, 1));
        }
        worker.round();
        await().until(() -> queue.tries == 5);

        clock.advance(Duration.ofSeconds(2));
        worker.round();

        assertThat(queue.tries).isEqualTo(6);
    }

    @Test
    void whatWasToldWithoutTheDatabaseIsNotToldOnceMore() throws Exception {
        tellings.tell(message.delivery());
        queue.offer(claim("oncall-metro", 1));

        worker.round();
        worker.awaitAttempts();

        assertThat(webhook.sent()).isEmpty();
        assertThat(queue.recorded).isEmpty();
    }

    @Test
    void aContactWhomNobodyKnowsIsTriedSomeTimesAndThenGone() throws Exception {
        queue.offer(claim("who-has-left", 9));
        worker.round();
        await().until(() -> queue.recorded.size() == 1);
        queue.offer(claim("who-has-left", 10));
        worker.round();
        await().until(() -> queue.recorded.size() == 2);

        assertThat(queue.recorded)
                .extracting(attempt -> attempt.outcome().getClass().getSimpleName())
                .containsExactly("Refused", "Gone");
    }

    @Test
    void aBurstIsUnderWayAllAtOnce() throws Exception {
        webhook.hangs();
        for (int i = 0; i < 50; i++) {
            queue.offer(new Claim(messageOf(UUID.randomUUID()), Turn.FIRST, "oncall-metro", ChannelKind.WEBHOOK, 1));
        }

        worker.round();
        worker.round();

        await().untilAsserted(() -> assertThat(webhook.sent()).hasSize(50));
        webhook.recovers();
        await().untilAsserted(() -> assertThat(queue.recorded).hasSize(50));
    }

    private Claim claim(String contact, int attempt) {
        return new Claim(message, Turn.FIRST, contact, ChannelKind.WEBHOOK, attempt);
    }

    private Message messageOf(UUID delivery) {
        return new Message(
                new DeliveryId(delivery),
                message.alert(),
                message.kind(),
                false,
                message.clinicId(),
                message.urgency(),
                message.headline(),
                message.raisedAt());
    }

    private static final class FakeQueue implements DeliveryQueue {

        private final List<Claim> due = new ArrayList<>();
        private final List<Attempt> recorded = new CopyOnWriteArrayList<>();
        private volatile int tries;
        private volatile @Nullable RuntimeException failure;

        void offer(Claim claim) {
            due.add(claim);
        }

        void fails(@Nullable RuntimeException with) {
            failure = with;
        }

        @Override
        public List<Claim> claim(ChannelKind channel, Lane lane, int atMost, Instant now) {
            List<Claim> some = due.subList(0, Math.min(atMost, due.size()));
            List<Claim> claims = List.copyOf(some);
            some.clear();
            return claims;
        }

        @Override
        public synchronized void record(Attempt attempt) {
            tries++;
            RuntimeException with = failure;
            if (with != null) {
                throw with;
            }
            recorded.add(attempt);
        }
    }
}
