package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keeps assessments in memory, with the promises of the real store. */
final class FakeCases implements Cases, Announcements {

    private final Map<AssessmentId, AssessmentCase> stored = new HashMap<>();
    private final List<ReferralChange> announced = new ArrayList<>();
    private final Map<String, Map<String, Urgency>> bodies = new HashMap<>();
    private final List<BodyConflict> conflicts = new ArrayList<>();
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

    List<BodyConflict> conflicts() {
        return conflicts;
    }

    @Override
    public Map<AssessmentId, AssessmentCase> lock(Collection<AssessmentId> ids) {
        Map<AssessmentId, AssessmentCase> found = new HashMap<>(stored);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public List<BodyConflict> save(RoutedBatch batch) {
        batch.standing().forEach(this::replaceStanding);
        batch.firstReceipts().forEach(this::setClock);
        for (Referral referral : batch.referrals()) {
            AssessmentCase before = known(referral.assessmentId());
            Map<Queue, Referral> referrals = new HashMap<>(before.referrals());
            referrals.put(referral.queue(), referral);
            stored.put(before.id(), new AssessmentCase(before.id(), before.standing(), referrals));
        }
        List<BodyConflict> found = batch.bodies().stream()
                .map(this::record)
                .flatMap(Optional::stream)
                .toList();
        conflicts.addAll(found);
        return found;
    }

    @Override
    public void announce(List<ReferralChange> changes) {
        announced.addAll(changes);
    }

    private void replaceStanding(DecidedRevision decision) {
        AssessmentId id = decision.assessmentId();
        AssessmentCase before = stored.getOrDefault(id, AssessmentCase.unknown(id));
        Standing standing = before.standing();
        Instant receipt = standing == null ? decision.receivedAt() : standing.firstReceivedAt();
        stored.put(
                id,
                new AssessmentCase(
                        id,
                        new Standing(decision.revision(), decision.bodyHash(), decision.urgency(), receipt),
                        before.referrals()));
    }

    private void setClock(AssessmentId id, Instant receipt) {
        AssessmentCase before = known(id);
        Standing standing = Objects.requireNonNull(before.standing());
        stored.put(
                id,
                new AssessmentCase(
                        id,
                        new Standing(standing.revision(), standing.bodyHash(), standing.urgency(), receipt),
                        before.referrals()));
    }

    private Optional<BodyConflict> record(DecidedBody body) {
        Map<String, Urgency> known =
                bodies.computeIfAbsent(body.assessmentId() + "|" + body.revision(), _ -> new HashMap<>());
        Optional<Urgency> other = known.values().stream().min(Comparator.naturalOrder());
        boolean isNew = known.put(body.bodyHash(), body.urgency()) == null;
        return other.filter(_ -> isNew)
                .map(urgency -> new BodyConflict(body.assessmentId(), body.revision(), urgency, body.urgency()));
    }
}
