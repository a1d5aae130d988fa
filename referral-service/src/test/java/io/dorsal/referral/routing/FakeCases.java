package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;

import io.dorsal.rules.decision.Queue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps assessments in memory, with the promises of the real store. */
final class FakeCases implements Cases, Announcements {

    private final Map<AssessmentId, AssessmentCase> stored = new HashMap<>();
    private final List<ReferralChange> announced = new ArrayList<>();
    private final Map<String, BodyConflict> conflicts = new HashMap<>();
    private final RoutingDecisions routing;

    FakeCases(RoutingPolicy policy) {
        routing = new RoutingDecisions(policy, this, this, InstantSource.fixed(RECEIVED));
    }

    void route(List<DecidedRevision> batch) {
        routing.route(batch);
    }

    AssessmentCase known(AssessmentId id) {
        return Optional.ofNullable(stored.get(id)).orElseThrow();
    }

    Map<AssessmentId, AssessmentCase> all() {
        return Map.copyOf(stored);
    }

    List<ReferralChange> announced() {
        return announced;
    }

    Collection<BodyConflict> conflicts() {
        return conflicts.values();
    }

    @Override
    public Map<AssessmentId, AssessmentCase> lock(Collection<AssessmentId> ids) {
        Map<AssessmentId, AssessmentCase> found = new HashMap<>(stored);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public List<BodyConflict> save(RoutedBatch batch) {
        batch.first().forEach(decision -> replaceStanding(AssessmentCase.unknown(decision.assessmentId()), decision));
        batch.newer().forEach(decision -> replaceStanding(known(decision.assessmentId()), decision));
        for (Referral referral : batch.referrals()) {
            AssessmentCase before = known(referral.assessmentId());
            Map<Queue, Referral> referrals = new HashMap<>(before.referrals());
            referrals.put(referral.queue(), referral);
            stored.put(before.id(), new AssessmentCase(before.id(), before.standing(), referrals));
        }
        return batch.conflicts().stream()
                .filter(conflict -> conflicts.putIfAbsent(key(conflict), conflict) == null)
                .toList();
    }

    @Override
    public void announce(List<ReferralChange> changes) {
        announced.addAll(changes);
    }

    private void replaceStanding(AssessmentCase before, DecidedRevision decision) {
        stored.put(before.id(), new AssessmentCase(before.id(), decision.standing(), before.referrals()));
    }

    private static String key(BodyConflict conflict) {
        return conflict.assessmentId() + "|" + conflict.revision() + "|"
                + conflict.dropped().bodyHash();
    }
}
