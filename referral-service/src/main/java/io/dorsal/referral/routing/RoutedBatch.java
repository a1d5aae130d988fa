package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came of routing a batch of decisions.
 *
 * @param first the decisions that stand now, of assessments that were unknown before; one an assessment
 * @param newer the decisions that stand now, of assessments that were known before; one an assessment
 * @param standings what stands now, of the assessments of which anything else stood before
 * @param bodies all that were decided in the batch
 * @param changes in the order in which they happened
 * @param conflicts those that saving it has shown for the first time
 */
public record RoutedBatch(
        List<DecidedRevision> first,
        List<DecidedRevision> newer,
        Map<AssessmentId, Standing> standings,
        Set<DecidedBody> bodies,
        List<ReferralChange> changes,
        List<BodyConflict> conflicts,
        Map<Verdict, Integer> verdicts,
        Instant routedAt) {

    public RoutedBatch {
        first = List.copyOf(first);
        newer = List.copyOf(newer);
        standings = Map.copyOf(standings);
        bodies = Set.copyOf(bodies);
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
        verdicts = Map.copyOf(verdicts);
    }

    /** The referrals that changed, each once, as they stand after the batch; an earlier episode before a later one. */
    public Collection<Referral> referrals() {
        Map<ReferralId, Referral> latest = new LinkedHashMap<>();
        changes.forEach(change -> latest.put(change.referral().id(), change.referral()));
        return latest.values();
    }

    /** The decisions that stand now, and did not before. */
    public List<DecidedRevision> standing() {
        return Stream.concat(first.stream(), newer.stream()).toList();
    }

    RoutedBatch withConflicts(List<BodyConflict> recorded) {
        return new RoutedBatch(first, newer, standings, bodies, changes, recorded, verdicts, routedAt);
    }
}
