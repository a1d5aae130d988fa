package io.dorsal.intake.submission;

import io.dorsal.intake.view.Forgetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the reservations of the last minutes in this process. Of many contenders on one instance only the first
 * asks the store, and while the store is away, repeats that come to the same instance are answered as the first was.
 */
public final class RecentReservations implements Reservations, Forgetting {

    private static final int MOST = 10_000;

    /** No longer, since the hash of a body may outlive the erasure of its patient here. */
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
        return remember(mine.assessmentId(), fresh)
                .map(before -> later(mine, before.told()))
                .orElseGet(() -> first(mine, fresh));
    }

    private Reservation later(AcceptedAssessment mine, CompletableFuture<Optional<Told>> before) {
        boolean atOnce = !before.isDone();
        return before.join()
                .map(told -> atOnce ? told.comparedWith(mine) : repeat(mine, told))
                .orElseGet(() -> store.reserve(mine));
    }

    private Reservation first(AcceptedAssessment mine, Remembered fresh) {
        Optional<Told> told = Optional.empty();
        try {
            Reservation reservation = store.reserve(mine);
            told = told(reservation, mine);
            return reservation;
        } finally {
            if (told.isEmpty()) {
                forget(mine.assessmentId());
            }
            fresh.told().complete(told);
        }
    }

    /** The store is asked again, since it may know better by now: the patient may have been erased. */
    private Reservation repeat(AcceptedAssessment mine, Told told) {
        if (told.comparedWith(mine) instanceof Reservation.Another another) {
            return another;
        }
        return switch (store.reserve(mine.asReceivedAt(told.receivedAt()))) {
            case Reservation.First _, Reservation.Unknown _ -> told.comparedWith(mine);
            case Reservation.Same(Instant receivedAt, boolean announced, Integer _) ->
                new Reservation.Same(receivedAt, announced || told.announced(), told.previousAssessments());
            case Reservation.Another another -> told.announced() ? told.comparedWith(mine) : another;
            case Reservation.Erased erased -> {
                forget(mine.assessmentId());
                yield erased;
            }
        };
    }

    /** Of a reservation for something else, nothing is known that a repeat could be compared with. */
    private static Optional<Told> told(Reservation reservation, AcceptedAssessment mine) {
        return switch (reservation) {
            case Reservation.Unknown _ -> Optional.of(Told.of(mine, false));
            case Reservation.First(Integer previous) -> Optional.of(Told.of(mine.following(previous), false));
            case Reservation.Same(Instant receivedAt, boolean announced, Integer previous) ->
                Optional.of(Told.of(mine.asReceivedAt(receivedAt).following(previous), announced));
            case Reservation.Another _, Reservation.Erased _ -> Optional.empty();
        };
    }

    @Override
    public synchronized void announced(AcceptedAssessment accepted) {
        Told announced = Told.of(accepted, true);
        recent.computeIfPresent(
                accepted.assessmentId(), (id, before) -> before.isFor(announced) ? before.telling(announced) : before);
    }

    @Override
    public synchronized void forget(UUID assessmentId) {
        recent.remove(assessmentId);
    }

    /** Forgets what is too old, also where nobody comes any more. */
    public synchronized void forgetOld() {
        forgetOld(clock.instant(), MOST + 1);
    }

    private synchronized Optional<Remembered> remember(UUID assessmentId, Remembered fresh) {
        forgetOld(fresh.since(), MOST);
        return Optional.ofNullable(recent.putIfAbsent(assessmentId, fresh));
    }

    private void forgetOld(Instant now, int tooMany) {
        Iterator<Remembered> oldestFirst = recent.values().iterator();
        while (oldestFirst.hasNext()) {
            boolean old = oldestFirst.next().since().plus(LONGEST).isBefore(now);
            if (!old && recent.size() < tooMany) {
                return;
            }
            oldestFirst.remove();
        }
    }

    /** What repeats are told; of the body only its hash. */
    private record Told(
            String requestHash,
            Instant receivedAt,
            boolean announced,
            @Nullable Integer previousAssessments) {

        static Told of(AcceptedAssessment accepted, boolean announced) {
            return new Told(
                    accepted.fingerprint().requestHash(),
                    accepted.receivedAt(),
                    announced,
                    accepted.previousAssessments());
        }

        Reservation comparedWith(AcceptedAssessment mine) {
            return requestHash.equals(mine.fingerprint().requestHash())
                    ? new Reservation.Same(receivedAt, announced, previousAssessments)
                    : new Reservation.Another();
        }
    }

    /**
     * @param told empty if repeats are to ask the store themselves
     */
    private record Remembered(Instant since, CompletableFuture<Optional<Told>> told) {

        Remembered(Instant since) {
            this(since, new CompletableFuture<>());
        }

        Remembered telling(Told news) {
            return new Remembered(since, CompletableFuture.completedFuture(Optional.of(news)));
        }

        boolean isFor(Told news) {
            return told.getNow(Optional.empty())
                    .filter(known -> known.requestHash().equals(news.requestHash()))
                    .isPresent();
        }
    }
}
