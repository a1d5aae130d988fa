package io.dorsal.notification.waking;

import io.dorsal.kit.messaging.FailureTrace;
import org.slf4j.Logger;

/** Logs a failure that repeats when it begins and when it has ended; what comes between would only hide other lines. */
public final class RepeatedFailure {

    private final Logger log;
    private final String work;
    private boolean failing;

    /**
     * @param work what fails, as the subject of a sentence
     */
    public RepeatedFailure(Logger log, String work) {
        this.log = log;
        this.work = work;
    }

    /** It has failed, once more perhaps. */
    public synchronized void failed(Throwable failure) {
        if (!failing) {
            log.warn("{} fails, and is tried again until it works: {}", work, FailureTrace.of(failure));
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
