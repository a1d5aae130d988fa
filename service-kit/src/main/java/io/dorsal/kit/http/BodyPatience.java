package io.dorsal.kit.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long is waited for a whole body; in a stream, for each of its lines. */
final class BodyPatience {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile long since;

    BodyPatience(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** From here on it is waited for the next line. */
    void again() {
        since = nanoTime.getAsLong();
    }

    void require() throws SlowBodyException {
        if (nanoTime.getAsLong() - since > patience.toNanos()) {
            throw new SlowBodyException();
        }
    }
}
