package io.dorsal.kit.messaging;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Logs a failure that repeats: at its beginning, once a minute while it lasts, and at its end. */
public final class RepeatedFailure {

    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);

    private final Logger log;
    private final String work;
    private final LongSupplier nanoTime;
    private boolean failing;
    private long lastLogged;

    /**
     * @param work what fails, as the subject of a sentence
     */
    public RepeatedFailure(Logger log, String work) {
        this(log, work, System::nanoTime);
    }

    RepeatedFailure(Logger log, String work, LongSupplier nanoTime) {
        this.log = log;
        this.work = work;
        this.nanoTime = nanoTime;
    }

    /** It has failed, once more perhaps. */
    public synchronized void failed(Throwable failure) {
        long now = nanoTime.getAsLong();
        if (!failing || now - lastLogged >= REMIND_EVERY.toNanos()) {
            log.warn("{} fails, and is tried again until it works: {}", work, FailureTrace.of(failure));
            lastLogged = now;
        }
        failing = true;
    }

    /** It has worked. */
    public synchronized void worked() {
        if (failing) {
            log.info("{} works again", work);
        }
        failing = false;
    }
}
