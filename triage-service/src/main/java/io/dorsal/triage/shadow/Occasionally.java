package io.dorsal.triage.shadow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Does something at most once a minute, however often it is asked to. */
final class Occasionally {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    void run(Runnable work) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            work.run();
        }
    }
}
