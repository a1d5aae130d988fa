package io.dorsal.referral.routing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of routing one decision.
 *
 * @param after the assessment as it stands now
 * @param changes in the order in which they happened
 * @param conflict null where the decision contradicts no other of its revision
 */
public record Routing(
        Verdict verdict,
        AssessmentCase after,
        List<ReferralChange> changes,
        @Nullable BodyConflict conflict) {

    public Routing {
        changes = List.copyOf(changes);
    }

    Optional<BodyConflict> contradiction() {
        return Optional.ofNullable(conflict);
    }
}
