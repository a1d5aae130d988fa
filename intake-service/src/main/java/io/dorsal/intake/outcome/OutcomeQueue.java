package io.dorsal.intake.outcome;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits to be told. Instances share it: each claims what no other has claimed. */
public interface OutcomeQueue {

    /** Begins to tell clinics, of what happens from now on; those that are told already are told on. */
    void begin(Collection<String> clinics, Instant now);

    /**
     * Claims what is due, of each clinic up to some number, the most urgent first. Who does not {@linkplain #record record}
     * what came of it before the lease ends has not done it.
     */
    List<Claim> claim(Collection<String> clinics, int ofEach, Instant now, Instant leaseEnds);

    /** Records what came of attempts. */
    void record(List<Result> results, Instant now);

    /**
     * Remembers that a receiver wants no webhooks any more, until somebody forgets it.
     *
     * @return false where that was known
     */
    boolean markGone(ReceiverId receiver, Instant now);

    /** The receivers that want no webhooks any more. */
    Set<ReceiverId> gone();

    /**
     * Ends what was enqueued too long ago, and drops what has ended long ago.
     *
     * @return how many were given up
     */
    int keepHouse(Instant enqueuedBefore, Instant endedBefore, Instant now);

    /** What waits for these clinics. */
    Waiting waiting(Collection<String> clinics);

    /**
     * A message to attempt.
     *
     * @param attempt counts from 1
     */
    record Claim(UUID id, String clinicId, int attempt, String body) {}

    /**
     * What came of an attempt.
     *
     * @param nextAt when to try again; null where there is no need
     */
    record Result(UUID id, @Nullable Instant nextAt) {}

    /**
     * How many wait, up to a bound, and since when the first of them.
     */
    record Waiting(long count, Optional<Instant> since) {}
}
