package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final ReadAhead ahead = new ReadAhead(100);

    @Test
    void whatIsTakenIsHeldUntilItIsGivenBack() throws InterruptedException {
        ahead.take(60, () -> false);
        ahead.take(40, () -> false);

        assertThat(ahead.held()).isEqualTo(100);
        ahead.give(60);
        assertThat(ahead.held()).isEqualTo(40);
    }

    @Test
    void whoHasLinesAheadWaitsForSpace() throws InterruptedException {
        ahead.take(100, () -> false);

        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> take(1, new AtomicBoolean()));

        await().pollDelay(Duration.ofMillis(50)).until(() -> !waiting.isDone());
        ahead.give(1);
        await().until(waiting::isDone);
    }

    @Test
    void whoHasNothingAheadIsNeverKeptWaitingByOthers() throws InterruptedException {
        ahead.take(100, () -> false);

        ahead.take(70, () -> true);

        assertThat(ahead.held()).isEqualTo(170);
    }

    @Test
    void whoWaitsGoesOnAsSoonAsItsOwnLinesAreAnswered() throws InterruptedException {
        AtomicBoolean nothingAhead = new AtomicBoolean();
        ahead.take(100, () -> false);
        ahead.take(10, () -> true);

        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> take(50, nothingAhead));
        nothingAhead.set(true);
        ahead.give(10);

        await().until(waiting::isDone);
        assertThat(ahead.held()).isEqualTo(150);
    }

    private void take(int bytes, AtomicBoolean nothingAhead) {
        try {
            ahead.take(bytes, nothingAhead::get);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
