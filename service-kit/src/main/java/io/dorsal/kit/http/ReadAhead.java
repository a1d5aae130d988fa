package io.dorsal.kit.http;

/**
 * How much may be read ahead in this process, by all exchanges together. Whoever has nothing ahead gets its next line
 * whatever the others hold, so that nobody waits for a caller who takes no answers.
 */
final class ReadAhead {

    /** Tells whether an exchange has no line ahead of its answers. */
    @FunctionalInterface
    interface NothingAhead {

        boolean holds();
    }

    private final long limit;
    private long held;

    /**
     * @param limit in bytes
     */
    ReadAhead(long limit) {
        this.limit = limit;
    }

    /** Takes space for a line, and waits for it where there is none. */
    synchronized void take(int bytes, NothingAhead nothingAhead) throws InterruptedException {
        while (held + bytes > limit && !nothingAhead.holds()) {
            wait();
        }
        held += bytes;
    }

    /** Gives back the space of a line that was answered, or that nobody will answer any more. */
    synchronized void give(int bytes) {
        held -= bytes;
        notifyAll();
    }

    /** What is held now, in bytes. */
    synchronized long held() {
        return held;
    }
}
