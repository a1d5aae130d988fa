package io.dorsal.kit.database;

import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * As many readers at a time as there are connections for them, first come first served: so who waits for a connection waits
 * for the database and not for the others, and knows it soon.
 */
public final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore turns;

    public Turns(int atATime) {
        this.turns = new Semaphore(atATime, true);
    }

    /**
     * Does the work when it is its turn.
     *
     * @throws TransientFailureException where it was not within ten seconds
     */
    public <T> T take(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientFailureException("too many are reading", new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailureException("interrupted while waiting to read", e);
        }
    }
}
