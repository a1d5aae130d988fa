package io.dorsal.platform.replay;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a replay.
 *
 * @param compared assessments that both rulesets decided
 * @param changed of them, those whose urgency the candidate would change
 * @param lowered of those, the ones that would be less urgent
 * @param loweredEmergencies of those, the ones that are emergencies
 * @param unreadable records that were no assessments
 * @param reports where it is all written
 */
public record Replayed(
        long compared, long changed, long lowered, long loweredEmergencies, long unreadable, List<Path> reports) {

    public Replayed {
        reports = List.copyOf(reports);
    }
}
