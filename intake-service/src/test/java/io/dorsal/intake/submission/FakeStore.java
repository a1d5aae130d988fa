package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Reservations.Reservation.Another;
import io.dorsal.intake.submission.Reservations.Reservation.Erased;
import io.dorsal.intake.submission.Reservations.Reservation.First;
import io.dorsal.intake.submission.Reservations.Reservation.Same;
import io.dorsal.intake.submission.Reservations.Reservation.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reservations as the database keeps them, which may be away. */
final class FakeStore implements Reservations {

    private final Map<UUID, AcceptedAssessment> reserved = new HashMap<>();
    private final Set<UUID> shown = new HashSet<>();
    private final Set<UUID> erased = new HashSet<>();
    private final List<AcceptedAssessment> asked = new ArrayList<>();
    private boolean away;
    private @Nullable Integer earlier;

    /** What the count of earlier assessments is from now on. */
    void countEarlier(int count) {
        earlier = count;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    void erase(AcceptedAssessment assessment) {
        erased.add(assessment.assessmentId());
    }

    /** The view has it, as from the topics. */
    void show(UUID assessmentId) {
        shown.add(assessmentId);
    }

    List<AcceptedAssessment> asked() {
        return asked;
    }

    @Override
    public synchronized Reservation reserve(AcceptedAssessment mine) {
        asked.add(mine);
        if (away) {
            return new Unknown();
        }
        if (erased.contains(mine.assessmentId())) {
            return new Erased();
        }
        AcceptedAssessment before = reserved.putIfAbsent(mine.assessmentId(), mine.following(earlier));
        if (before == null) {
            return new First(earlier);
        }
        return before.fingerprint().equals(mine.fingerprint())
                ? new Same(before.receivedAt(), shown.contains(mine.assessmentId()), before.previousAssessments())
                : new Another();
    }

    @Override
    public void announced(AcceptedAssessment accepted) {}
}
