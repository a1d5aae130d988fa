package io.dorsal.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.outcome.OutcomeQueue.Claim;
import io.dorsal.intake.outcome.OutcomeQueue.Result;
import io.dorsal.kit.webhook.DoublingPauses;
import io.dorsal.kit.webhook.WebhookAnswer;
import io.dorsal.kit.webhook.WebhookAnswer.Accepted;
import io.dorsal.kit.webhook.WebhookAnswer.Failed;
import io.dorsal.kit.webhook.WebhookAnswer.Gone;
import io.dorsal.kit.webhook.WebhookAnswer.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellingClinicsTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final FakeQueue queue = new FakeQueue();
    private final Map<String, Supplier<WebhookAnswer>> answers =
            new ConcurrentHashMap<>(Map.of("north", () -> new Accepted("204"), "south", () -> new Accepted("204")));
    private final TellingClinics telling = new TellingClinics(
            queue,
            new FakeReceivers(),
            new DoublingPauses(new Random(5), Duration.ofSeconds(4), Duration.ofSeconds(60)),
            new IntakeMetrics(new SimpleMeterRegistry()),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() {
        telling.close();
    }

    @Test
    void whatIsTakenIsDone() {
        UUID one = queue.add("north");

        telling.round();

        await().untilAsserted(() -> assertThat(queue.results).containsExactly(new Result(one, null)));
        assertThat(queue.begun).containsExactlyInAnyOrder("north", "south");
    }

    @Test
    void aReceiverThatHangsDelaysNoOtherClinic() {
        CountDownLatch released = new CountDownLatch(1);
        answers.put("north", () -> {
            awaitUninterruptibly(released);
            return new Accepted("204");
        });
        queue.add("north");
        telling.round();
        queue.add("north");
        UUID south = queue.add("south");

        telling.round();

        await().untilAsserted(() -> assertThat(queue.results).containsExactly(new Result(south, null)));
        assertThat(queue.claimedFor.getLast()).containsExactly("south");
        released.countDown();
        await().until(() -> queue.results.size() == 2);
    }

    @Test
    void whatFailedComesAgainAfterAPauseAndTheClinicIsLeftAloneMeanwhile() {
        answers.put("north", () -> new Failed("500", null));
        queue.add("north");

        telling.round();

        assertThat(nextAt()).isBetween(NOON.plusSeconds(2), NOON.plusSeconds(4));
        awaitFree("south");
    }

    @Test
    void aReceiverIsLeftAloneForAsLongAsItAsks() {
        answers.put("north", () -> new Failed("429", Duration.ofMinutes(15)));
        queue.add("north");

        telling.round();

        assertThat(nextAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        awaitFree("south");
    }

    @Test
    void oneThatIsRefusedHoldsUpNoOther() {
        answers.put("north", () -> new Refused("400"));
        queue.add("north");

        telling.round();

        assertThat(nextAt()).isAfterOrEqualTo(NOON.plusSeconds(30));
        awaitFree("north", "south");
    }

    @Test
    void aReceiverThatWantsNoMoreGetsNoMore() {
        answers.put("north", () -> new Gone("410"));
        queue.add("north");

        telling.round();

        assertThat(nextAt()).isAfter(NOON);
        awaitFree("south");
        assertThat(telling.gone()).isOne();
        assertThat(queue.gone).containsExactly(new ReceiverId("north", "address of north"));
    }

    @Test
    void whoHasItForgottenHasItToldAgain() {
        queue.gone.add(new ReceiverId("north", "address of north"));
        queue.gone.add(new ReceiverId("south", "an address that it had before"));
        awaitFree("south");

        queue.gone.clear();

        awaitFree("north", "south");
        assertThat(telling.gone()).isZero();
    }

    private Instant nextAt() {
        await().until(() -> !queue.results.isEmpty());
        return Optional.ofNullable(queue.results.element().nextAt()).orElseThrow();
    }

    /** Awaits that these and no other clinics are asked for next. */
    private void awaitFree(String... clinics) {
        await().untilAsserted(() -> {
            telling.round();
            assertThat(queue.claimedFor.getLast()).containsExactlyInAnyOrder(clinics);
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class FakeReceivers implements ClinicReceivers {

        @Override
        public Set<String> clinics() {
            return answers.keySet();
        }

        @Override
        public ReceiverId receiver(String clinicId) {
            return new ReceiverId(clinicId, "address of " + clinicId);
        }

        @Override
        public WebhookAnswer tell(String clinicId, UUID messageId, String body) {
            return Optional.ofNullable(answers.get(clinicId)).orElseThrow().get();
        }
    }

    private static final class FakeQueue implements OutcomeQueue {

        private final Queue<Claim> waiting = new ArrayDeque<>();
        private final Queue<Result> results = new ConcurrentLinkedQueue<>();
        private final List<Collection<String>> claimedFor = new ArrayList<>();
        private final Set<ReceiverId> gone = ConcurrentHashMap.newKeySet();
        private Collection<String> begun = List.of();

        UUID add(String clinicId) {
            UUID id = UUID.randomUUID();
            waiting.add(new Claim(id, clinicId, 1, "body"));
            return id;
        }

        @Override
        public void begin(Collection<String> clinics, Instant now) {
            begun = clinics;
        }

        @Override
        public List<Claim> claim(Collection<String> clinics, int ofEach, Instant now, Instant leaseEnds) {
            claimedFor.add(clinics);
            List<Claim> claimed = waiting.stream()
                    .filter(claim -> clinics.contains(claim.clinicId()))
                    .toList();
            waiting.removeAll(claimed);
            return claimed;
        }

        @Override
        public void record(List<Result> more, Instant now) {
            results.addAll(more);
        }

        @Override
        public boolean markGone(ReceiverId receiver, Instant now) {
            return gone.add(receiver);
        }

        @Override
        public Set<ReceiverId> gone() {
            return Set.copyOf(gone);
        }

        @Override
        public int keepHouse(Instant enqueuedBefore, Instant endedBefore, Instant now) {
            return 0;
        }

        @Override
        public Waiting waiting(Collection<String> clinics) {
            return new Waiting(waiting.size(), Optional.empty());
        }
    }
}
