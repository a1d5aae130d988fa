package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Acceptance.Accepted;
import io.dorsal.intake.submission.Acceptance.KeyReused;
import io.dorsal.intake.submission.Acceptance.PatientErased;
import io.dorsal.intake.submission.Acceptance.Unacknowledged;
import io.dorsal.intake.submission.Reservations.Reservation;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accepts many submissions together, each as {@link AcceptingAssessment} would: reserved in one statement, sent one after
 * the other, and awaited together. They are shown once the view has read them from their topic.
 */
public final class AcceptingMany {

    private static final int FIRST_REVISION = 1;

    private final ManyReservations reservations;
    private final ManyAnnouncements announcements;
    private final AssessmentJson json;
    private final Clock clock;

    public AcceptingMany(
            ManyReservations reservations, ManyAnnouncements announcements, AssessmentJson json, Clock clock) {
        this.reservations = reservations;
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
    }

    /** Accepts each submission, or says why not, in their order. */
    public List<Acceptance> accept(List<Submission> submissions) {
        List<AcceptedAssessment> received =
                submissions.stream().map(this::received).toList();
        Map<UUID, Settled> settled = settled(received);
        Set<UUID> acknowledged = announcements.announce(
                settled.values().stream().flatMap(Settled::toAnnounce).toList());
        List<Acceptance> acceptances = new ArrayList<>(submissions.size());
        for (int index = 0; index < received.size(); index++) {
            AcceptedAssessment mine = received.get(index);
            IdempotencyKey key = submissions.get(index).key();
            acceptances.add(acceptance(mine, key, settled.get(mine.assessmentId()), acknowledged));
        }
        return acceptances;
    }

    private AcceptedAssessment received(Submission submission) {
        return new AcceptedAssessment(
                submission.key().assessmentId(submission.clinic().id()),
                FIRST_REVISION,
                submission.clinic(),
                submission.channel(),
                submission.channel().lane(),
                clock.instant(),
                null,
                Fingerprint.of(submission.assessment(), json),
                submission.assessment());
    }

    /**
     * The body of each id. Of several that come together the first is asked about, and only where the id is another's
     * the next; where the store does not answer, the first has it.
     */
    private Map<UUID, Settled> settled(List<AcceptedAssessment> received) {
        Map<UUID, Settled> settled = new LinkedHashMap<>();
        List<AcceptedAssessment> left = received;
        while (!left.isEmpty()) {
            Map<UUID, AcceptedAssessment> tried = new LinkedHashMap<>();
            left.forEach(mine -> tried.putIfAbsent(mine.assessmentId(), mine));
            Map<UUID, Reservation> reserved = reservations.reserve(tried.values());
            tried.forEach((id, mine) -> settlement(mine, reserved.get(id)).ifPresent(body -> settled.put(id, body)));
            left = left.stream()
                    .filter(mine -> !settled.containsKey(mine.assessmentId()))
                    .filter(mine -> !isSameBody(mine, tried.get(mine.assessmentId())))
                    .toList();
        }
        return settled;
    }

    private static Optional<Settled> settlement(AcceptedAssessment mine, @Nullable Reservation reservation) {
        return switch (reservation) {
            case null -> Optional.of(new Settled(mine, false, false));
            case Reservation.Unknown() -> Optional.of(new Settled(mine, false, false));
            case Reservation.First(Integer previous) ->
                Optional.of(new Settled(mine.following(previous), false, false));
            case Reservation.Same(Instant receivedAt, boolean announced, Integer previous) ->
                Optional.of(new Settled(mine.asReceivedAt(receivedAt).following(previous), announced, false));
            case Reservation.Erased() -> Optional.of(new Settled(mine, true, true));
            case Reservation.Another() -> Optional.empty();
        };
    }

    private static Acceptance acceptance(
            AcceptedAssessment mine, IdempotencyKey key, @Nullable Settled settled, Set<UUID> acknowledged) {
        if (settled == null) {
            return new KeyReused();
        }
        if (settled.erased()) {
            return new PatientErased();
        }
        if (!isSameBody(mine, settled.body())) {
            return new KeyReused();
        }
        return settled.announced() || acknowledged.contains(mine.assessmentId())
                ? new Accepted(settled.body().receipt())
                : new Unacknowledged(mine.assessmentId(), key);
    }

    private static boolean isSameBody(AcceptedAssessment mine, @Nullable AcceptedAssessment other) {
        return other != null
                && mine.fingerprint().requestHash().equals(other.fingerprint().requestHash());
    }

    /**
     * @param announced whether the broker has it already, or must not get it
     */
    private record Settled(AcceptedAssessment body, boolean announced, boolean erased) {

        Stream<AcceptedAssessment> toAnnounce() {
            return announced ? Stream.empty() : Stream.of(body);
        }
    }
}
