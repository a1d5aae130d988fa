package io.dorsal.notification.database;

import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Knows since when the database cannot be used: because it does not answer, or because it answers but takes no batch.
 * Counts by a clock that nobody can set, so that a correction of the time opens nothing.
 */
public final class DatabaseWatch {

    /** How long the database may be away before emergencies are told without it. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A listener repeats its batch more often than this; one that has not lost it to another instance. */
    private static final Duration STALE = Duration.ofSeconds(20);

    private final LongSupplier nanos;
    private final Map<Object, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile long lastAnswer;
    private volatile boolean migrated;

    /**
     * @param nanos a monotonic clock, such as {@code System::nanoTime}
     */
    public DatabaseWatch(LongSupplier nanos) {
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

    /** A batch of this reader could not be stored, and is going to be repeated. */
    public void waits(Object reader) {
        long now = nanos.getAsLong();
        waiting.compute(reader, (key, before) -> new Waiting(before == null ? now : before.since(), now));
    }

    /** A batch of this reader was stored. */
    public void took(Object reader) {
        waiting.remove(reader);
        answered();
    }

    /** True once emergencies must be told without the database. */
    public boolean isUnusable() {
        long now = nanos.getAsLong();
        return now - lastAnswer >= PATIENCE.toNanos()
                || waiting.values().stream().anyMatch(one -> one.isOverdue(now));
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

    private record Waiting(long since, long last) {

        boolean isOverdue(long now) {
            return now - since >= PATIENCE.toNanos() && now - last < STALE.toNanos();
        }
    }
}
