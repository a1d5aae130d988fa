package io.dorsal.notification.database;

import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Knows since when the database cannot be used: because it does not answer, or because it answers but lets nobody
 * work with it.
 * Counts by a clock that nobody can set, so that a correction of the time opens nothing.
 */
public final class DatabaseWatch {

    /** Longer than any attempt and the pause after it: a listener that has not begun again has lost its batch to another. */
    private static final Duration STALE = Duration.ofSeconds(30);

    private final Duration patience;
    private final LongSupplier nanos;
    private final Map<Object, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile long lastAnswer;
    private volatile boolean migrated;

    /**
     * @param patience how long the database may be away before emergencies are told without it
     * @param nanos a monotonic clock, such as {@code System::nanoTime}
     */
    public DatabaseWatch(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
        this.lastAnswer = nanos.getAsLong();
    }

    /** The database has answered. */
    public void answered() {
        lastAnswer = nanos.getAsLong();
    }

    /** The schema is up to date. */
    public void migrated() {
        migrated = true;
        answered();
    }

    /** True once the schema is known to be up to date. */
    public boolean isMigrated() {
        return migrated;
    }

    /**
     * Does work that needs the tables. Where it fails for want of the database, the worker waits from the beginning of
     * this attempt on, until a further one succeeds.
     *
     * @param worker the same for further attempts at the work
     */
    public void attempt(Object worker, Runnable work) {
        begins(worker);
        try {
            requireMigrated();
            work.run();
        } catch (RuntimeException e) {
            if (FailureKind.of(e) != FailureKind.TRANSIENT) {
                gaveUp(worker);
            }
            throw e;
        }
        took(worker);
    }

    /** The worker tries for the first time, or again: from now on it waits. */
    void begins(Object worker) {
        long now = nanos.getAsLong();
        waiting.compute(
                worker,
                (key, before) -> new Waiting(before == null || before.isStale(now) ? now : before.since(), now));
    }

    /** The worker waits no more, for a reason that is not the database's. */
    void gaveUp(Object worker) {
        waiting.remove(worker);
    }

    /** The worker's work is done. */
    void took(Object worker) {
        waiting.remove(worker);
        answered();
    }

    /** True once emergencies must be told without the database. */
    public boolean isUnusable() {
        long now = nanos.getAsLong();
        return now - lastAnswer >= patience.toNanos()
                || waiting.values().stream().anyMatch(one -> one.isOverdue(now, patience));
    }

    /** For how long the database has not answered. */
    public Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - lastAnswer);
    }

    /**
     * Refuses work that needs tables before they are there.
     *
     * @throws TransientFailureException until the schema is up to date
     */
    public void requireMigrated() {
        if (!migrated) {
            throw new TransientFailureException(
                    "the database cannot be used yet", new IllegalStateException("its schema is not up to date"));
        }
    }

    /**
     * Work that is not done yet.
     *
     * @param since when it was first tried
     * @param last when it was last tried
     */
    private record Waiting(long since, long last) {

        boolean isOverdue(long now, Duration patience) {
            return now - since >= patience.toNanos() && !isStale(now);
        }

        boolean isStale(long now) {
            return now - last >= STALE.toNanos();
        }
    }
}
