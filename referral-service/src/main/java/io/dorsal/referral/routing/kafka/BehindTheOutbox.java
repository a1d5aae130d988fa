package io.dorsal.referral.routing.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Has a poll of bulk decisions wait while the outbox is behind. Both lanes share it, and what an interactive decision brings
 * about must not stand there behind a backlog.
 */
final class BehindTheOutbox implements BatchProcessor<UrgencyDecided> {

    /** More events than these are a backlog. */
    static final int FEW = 500;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final BatchProcessor<UrgencyDecided> processor;
    private final IntSupplier waiting;
    private final Duration patience;

    /**
     * @param waiting how many events stand in the outbox; nobody counts further than one more than {@link #FEW}
     * @param patience after which the poll is delivered again, so that its consumer is not taken for dead
     */
    BehindTheOutbox(BatchProcessor<UrgencyDecided> processor, IntSupplier waiting, Duration patience) {
        this.processor = processor;
        this.waiting = waiting;
        this.patience = patience;
    }

    @Override
    public List<Outgoing> process(List<Received<UrgencyDecided>> poll) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (waiting.getAsInt() > FEW) {
            if (System.nanoTime() - deadline > 0) {
                throw new TransientFailureException("the outbox is behind");
            }
            pause();
        }
        return processor.process(poll);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailureException("interrupted while the outbox is behind", e);
        }
    }
}
