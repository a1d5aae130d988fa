package io.dorsal.referral.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of routing a batch of decisions.
 *
 * @param first the decisions that stand now, of assessments that were unknown before; one an assessment
 * @param newer the decisions that stand now, of assessments that were known before; one an assessment
 * @param changes in the order in which they happened
 * @param conflicts those that the batch has shown; once it is saved, without those that were recorded before
 */
public record RoutedBatch(
        List<DecidedRevision> first,
        List<DecidedRevision> newer,
        List<ReferralChange> changes,
        List<BodyConflict> conflicts,
        Map<Verdict, Integer> verdicts,
        Instant routedAt) {

    public RoutedBatch {
        first = List.copyOf(first);
        newer = List.copyOf(newer);
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

    RoutedBatch withConflicts(List<BodyConflict> recorded) {
        return new RoutedBatch(first, newer, changes, recorded, verdicts, routedAt);
    }
}
