package io.dorsal.kit.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;

@Timeout(30)
class BackgroundLoopTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private BackgroundLoop loop = loop(() -> Next.after(LONG));

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void wakingEndsAPause() {
        start(() -> Next.after(LONG));
        await().until(() -> rounds.get() == 1);

        loop.wake();

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void aWakeUpDuringARoundIsNotLost() {
        start(() -> {
            if (rounds.get() == 1) {
                loop.wake();
            }
            return Next.after(LONG);
        });

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void aRoundThatFailsIsTriedAgain() {
        start(() -> {
            if (rounds.get() < 3) {
                throw new IOException("away");
            }
            return Next.never();
        });

        await().until(() -> !loop.isRunning());
        assertThat(rounds).hasValue(3);
        assertThat(events).isEmpty();
    }

    @Test
    void anInterruptThatIsNotMeantToStopItDoesNotEndIt() {
        start(() -> {
            if (rounds.get() == 1) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("a client that keeps the interrupt");
            }
            return Next.after(LONG);
        });

        await().until(() -> rounds.get() == 2);
        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void workThatIsDoneEnds() {
        start(Next::never);

        await().until(() -> !loop.isRunning());
        assertThat(rounds).hasValue(1);
    }

    @Test
    void anErrorMakesTheServiceUnlive() {
        start(() -> {
            throw new NoClassDefFoundError("gone");
        });

        await().until(() -> !events.isEmpty());
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(LivenessState.BROKEN));
        await().until(() -> !loop.isRunning());
    }

    @Test
    void stoppingWaitsForTheRoundAndStartsNoOther() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        start(() -> {
            mayEnd.await();
            ended.incrementAndGet();
            return Next.atOnce();
        });
        await().until(() -> rounds.get() == 1);

        Thread stopping = Thread.ofVirtual().start(loop::stop);
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();
        stopping.join();

        assertThat(loop.isRunning()).isFalse();
        assertThat(rounds).hasValue(1);
        assertThat(ended).hasValue(1);
    }

    @Test
    void itStartsAgainAfterAStop() {
        start(() -> Next.after(LONG));
        await().until(() -> rounds.get() == 1);
        loop.stop();

        loop.start();

        await().until(() -> rounds.get() == 2);
    }

    private void start(BackgroundLoop.Round round) {
        loop = loop(round);
        loop.start();
    }

    private BackgroundLoop loop(BackgroundLoop.Round round) {
        return new BackgroundLoop(
                "test-loop",
                events::add,
                () -> {
                    rounds.incrementAndGet();
                    return round.run();
                },
                0,
                Duration.ofMillis(1));
    }
}
