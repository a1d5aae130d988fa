package io.dorsal.intake.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers the reservations of the last minutes in this process. Of many contenders on one instance only the first asks
 * the store, and while the store is away, repeats that come to the same instance are answered as the first was.
 */
public final class RecentReservations implements Reservations {

    private static final int MOST = 10_000;

    /** No longer, since the hash of a body outlives the erasure of its patient here. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Reservations store;
    private final Clock clock;
    private final Map<UUID, Remembered> recent = new LinkedHashMap<>();

    public RecentReservations(Reservations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Reservation reserve(AcceptedAssessment mine) {
        Remembered fresh = new Remembered(clock.instant());
        Optional<Remembered> before = remember(mine.assessmentId(), fresh);
        if (before.isPresent()) {
            return before.get().toldToRepeats().join();
        }
        Reservation reservation = new Reservation.Unknown();
        try {
            reservation = store.reserve(mine);
        } finally {
            fresh.toldToRepeats().complete(toldToRepeats(reservation, mine));
        }
        return reservation;
    }

    @Override
    public synchronized void announced(AcceptedAssessment accepted) {
        Reservation.Earlier announced = earlier(accepted, true);
        recent.computeIfPresent(
                accepted.assessmentId(),
                (id, before) -> new Remembered(before.since(), CompletableFuture.completedFuture(announced)));
    }

    private static Reservation toldToRepeats(Reservation reservation, AcceptedAssessment mine) {
        return switch (reservation) {
            case Reservation.First _, Reservation.Unknown _ -> earlier(mine, false);
            case Reservation.Earlier earlier -> earlier;
            case Reservation.Erased erased -> erased;
        };
    }

    private static Reservation.Earlier earlier(AcceptedAssessment first, boolean announced) {
        return new Reservation.Earlier(
                first.fingerprint().requestHash(),
                first.fingerprint().bodyHash(),
                first.assessment().patientReference(),
                first.receivedAt(),
                announced);
    }

    private synchronized Optional<Remembered> remember(UUID assessmentId, Remembered fresh) {
        forgetOld(fresh.since());
        return Optional.ofNullable(recent.putIfAbsent(assessmentId, fresh));
    }

    private void forgetOld(Instant now) {
        Iterator<Remembered> oldestFirst = recent.values().iterator();
        while (oldestFirst.hasNext()) {
            boolean old = oldestFirst.next().since().plus(LONGEST).isBefore(now);
            if (!old && recent.size() < MOST) {
                return;
            }
            oldestFirst.remove();
        }
    }

    private record Remembered(Instant since, CompletableFuture<Reservation> toldToRepeats) {

        Remembered(Instant since) {
            this(since, new CompletableFuture<>());
        }
    }
}
