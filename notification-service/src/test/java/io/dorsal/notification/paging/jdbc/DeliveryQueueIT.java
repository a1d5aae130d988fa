package io.dorsal.notification.paging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.alert.Acknowledging;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.delivery.Attempt;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryQueue;
import io.dorsal.notification.delivery.Lane;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.paging.AcknowledgingAlert;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service's own workers look at what is due now; the claims of these tests are made at a later hour. */
class DeliveryQueueIT extends SharedService {

    private static final Duration LATER = Duration.ofHours(1);
    private static final Sight ALL = new Sight("ada", true, false, false, Set.of(), Set.of());

    private final NotificationService service = new NotificationService();
    private final DeliveryQueue queue;
    private final AcknowledgingAlert acknowledging;
    private final JdbcTemplate jdbc;
    private final Instant later = Clock.systemUTC().instant().plus(LATER);

    DeliveryQueueIT(
            @Autowired DeliveryQueue queue, @Autowired AcknowledgingAlert acknowledging, @Autowired JdbcTemplate jdbc) {
        this.queue = queue;
        this.acknowledging = acknowledging;
        this.jdbc = jdbc;
    }

    @Test
    void whatOneHasClaimedNobodyElseClaims() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);

        assertThat(claims(delivery)).hasSize(1);
        assertThat(claims(delivery)).isEmpty();
    }

    @Test
    void whenAnInstanceDiesTheDeliveryIsClaimedAgainUnderItsIdAfterTheLease() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);
        Claim first = claims(delivery).getFirst();

        jdbc.update("update delivery set claimed_until = now() - interval '1 second' where id = ?", delivery);
        Claim second = claims(delivery).getFirst();

        assertThat(second.message().delivery()).isEqualTo(first.message().delivery());
        assertThat(second.attempt()).isEqualTo(2);
    }

    @Test
    void theServicesOwnWorkersTakeUpWhatADeadInstanceLeft() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);
        claims(delivery);

        jdbc.update(
                "update delivery set claimed_until = now() - interval '1 second', due_at = now() where id = ?",
                delivery);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(NotificationService.webhookIds(alert))
                        .filteredOn(id -> id.equals(delivery.toString()))
                        .hasSize(1));
    }

    @Test
    void anAttemptUnderWayAtTheAcknowledgementMayFinishAndIsLoggedAsSuch() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);
        Claim claim = claims(delivery).getFirst();
        acknowledge(alert);

        queue.record(new Attempt(
                claim, new Outcome.Accepted("204"), Clock.systemUTC().instant(), Duration.ZERO));

        assertThat(jdbc.queryForObject("select state from delivery where id = ?", String.class, delivery))
                .isEqualTo("SENT");
        assertThat(jdbc.queryForList("select detail from timeline where delivery_id = ?", String.class, delivery))
                .containsExactly("204, under way when the alert was acknowledged");
    }

    @Test
    void anAttemptThatFailsAfterTheAcknowledgementIsNotRepeated() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);
        Claim claim = claims(delivery).getFirst();
        acknowledge(alert);

        queue.record(
                new Attempt(claim, new Outcome.Failed("503"), Clock.systemUTC().instant(), Duration.ZERO));

        assertThat(claims(delivery)).isEmpty();
    }

    @Test
    void allAttemptsOfADeliverySayWhatWasPlannedWhateverBecomesOfTheAlert() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);
        Message first = claims(delivery).getFirst().message();

        jdbc.update("update alert set headline = 'another', urgency = 'SOON' where id = ?", alert.id());
        jdbc.update("update delivery set claimed_until = null where id = ?", delivery);

        assertThat(claims(delivery).getFirst().message()).isEqualTo(first);
        assertThat(first.headline()).isEqualTo("as it was planned");
    }

    @Test
    void attemptsThatEndAsTheOneBeforeAreCountedInItsLine() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);
        Claim claim = claims(delivery).getFirst();

        for (String code : List.of("503", "503", "503", "502", "503")) {
            queue.record(new Attempt(
                    claim, new Outcome.Failed(code), Clock.systemUTC().instant(), Duration.ofHours(1)));
        }

        assertThat(jdbc.queryForList(
                        "select detail || ' x' || times from timeline where delivery_id = ? order by id",
                        String.class,
                        delivery))
                .containsExactly("503 x3", "502 x1", "503 x1");
    }

    @Test
    void aDeliveryWhoseContactIsGoneIsNotClaimedAgain() {
        Alert alert = service.raise();
        UUID delivery = planLater(alert);

        queue.record(new Attempt(
                claims(delivery).getFirst(),
                new Outcome.Gone("no such contact any more"),
                Clock.systemUTC().instant(),
                Duration.ZERO));
        jdbc.update("update delivery set claimed_until = null where id = ?", delivery);

        assertThat(claims(delivery)).isEmpty();
    }

    @Test
    void nothingIsClaimedAfterAnAcknowledgementsCommitHoweverTheyRace() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 60; round++) {
                Alert alert = service.submitEmergency();
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> !jdbc.queryForList("select 1 from alert where id = ?", alert.id())
                                .isEmpty());
                UUID delivery = planLater(alert);
                CyclicBarrier together = new CyclicBarrier(2);
                AtomicLong acknowledgedAt = new AtomicLong(Long.MAX_VALUE);
                CompletableFuture<Void> acknowledged = CompletableFuture.runAsync(
                        () -> {
                            meet(together);
                            acknowledge(alert);
                            acknowledgedAt.set(System.nanoTime());
                        },
                        threads);
                CompletableFuture<Void> claimed = CompletableFuture.runAsync(
                        () -> {
                            meet(together);
                            long begun = System.nanoTime();
                            boolean got = !claims(delivery).isEmpty();
                            assertThat(got && begun > acknowledgedAt.get()).isFalse();
                        },
                        threads);
                CompletableFuture.allOf(acknowledged, claimed).get();
                jdbc.update("update delivery set claimed_until = now() - interval '1 second' where id = ?", delivery);
                assertThat(claims(delivery)).as("after both").isEmpty();
            }
        }
    }

    private List<Claim> claims(UUID delivery) {
        return queue.claim(ChannelKind.WEBHOOK, Lane.PATIENTS, 1000, later).stream()
                .filter(claim -> claim.message().delivery().value().equals(delivery))
                .toList();
    }

    private void acknowledge(Alert alert) {
        AcknowledgingAlert.Result result = acknowledging.acknowledge(new AlertId(alert.id()), ALL, null);
        assertThat(result)
                .isInstanceOfSatisfying(
                        AcknowledgingAlert.Result.Answered.class,
                        answered -> assertThat(answered.answer()).isInstanceOf(Acknowledging.Taken.class));
    }

    /** A delivery of the alert that falls due in half an hour. */
    private UUID planLater(Alert alert) {
        UUID delivery = UUID.randomUUID();
        jdbc.update("""
                insert into delivery (id, alert_id, round, step, contact_id, channel, lane, priority, state, due_at,
                                      kind, clinic_id, urgency, headline)
                values (?, ?, 9, 1, 'oncall-metro', 'WEBHOOK', 'PATIENTS', 0, 'OPEN', now() + interval '30 minutes',
                        'EMERGENCY', 'north', 'EMERGENCY', 'as it was planned')
                """, delivery, alert.id());
        return delivery;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
