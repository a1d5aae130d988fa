package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;

import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.HeldReferral;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralStore;
import io.dorsal.referral.lifecycle.Visibility;
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
import java.util.Optional;
import java.util.Set;

/** Keeps assessments and referrals in memory, with the promises of the real store. */
final class FakeCases implements Cases, ReferralStore, Announcements {

    private final Map<AssessmentId, AssessmentCase> stored = new HashMap<>();
    private final Map<ReferralId, Referral> referrals = new HashMap<>();
    private final List<ReferralChange> announced = new ArrayList<>();
    private final Map<String, Map<String, Urgency>> bodies = new HashMap<>();
    private final List<BodyConflict> conflicts = new ArrayList<>();
    private final RoutingDecisions routing;

    FakeCases(RoutingPolicy policy) {
        routing = new RoutingDecisions(policy, this, Placing.NOWHERE, this, InstantSource.fixed(RECEIVED));
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
        batch.standings()
                .forEach((id, standing) -> stored.put(
                        id,
                        new AssessmentCase(
                                id,
                                standing,
                                stored.getOrDefault(id, AssessmentCase.unknown(id))
                                        .referrals())));
        save(batch.changes());
        List<BodyConflict> found = batch.bodies().stream()
                .map(this::record)
                .flatMap(Optional::stream)
                .toList();
        conflicts.addAll(found);
        return found;
    }

    @Override
    public void save(List<ReferralChange> changes) {
        for (ReferralChange change : changes) {
            Referral referral = change.referral();
            AssessmentCase before = known(referral.assessmentId());
            Map<Queue, Referral> latest = new HashMap<>(before.referrals());
            latest.merge(
                    referral.queue(),
                    referral,
                    (known, changed) -> changed.episode() < known.episode() ? known : changed);
            stored.put(before.id(), new AssessmentCase(before.id(), before.standing(), latest));
            referrals.put(referral.id(), referral);
        }
    }

    @Override
    public Optional<HeldReferral> hold(ReferralId id, Visibility visibility) {
        return Optional.ofNullable(referrals.get(id))
                .filter(referral -> !visibility.partiesOf(referral).isEmpty())
                .map(referral -> HeldReferral.of(
                        referral, known(referral.assessmentId()).referrals().values()));
    }

    @Override
    public List<Referral> holdOverdue(Instant now, int limit) {
        return List.copyOf(referrals.values());
    }

    @Override
    public Optional<Deed> deed(ReferralId id, long version) {
        return announced.stream()
                .filter(change ->
                        change.referral().id().equals(id) && change.referral().version() == version)
                .findFirst()
                .flatMap(ReferralChange::done);
    }

    Map<ReferralId, Referral> referrals() {
        return Map.copyOf(referrals);
    }

    @Override
    public void announce(List<ReferralChange> changes) {
        announced.addAll(changes);
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
