package io.dorsal.referral.routing.jdbc;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.jdbc.ChangeTable;
import io.dorsal.referral.lifecycle.jdbc.ReferralTable;
import io.dorsal.referral.routing.AssessmentCase;
import io.dorsal.referral.routing.BodyConflict;
import io.dorsal.referral.routing.Cases;
import io.dorsal.referral.routing.RoutedBatch;
import io.dorsal.referral.routing.Standing;
import io.dorsal.rules.decision.Queue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** The assessments and their referrals in PostgreSQL; a batch takes one statement a table. */
@Repository
class PostgresCases implements Cases {

    private final AssessmentTable assessments;
    private final ReferralTable referrals;
    private final ChangeTable changes;
    private final BodyTable bodies;

    PostgresCases(AssessmentTable assessments, ReferralTable referrals, ChangeTable changes, BodyTable bodies) {
        this.assessments = assessments;
        this.referrals = referrals;
        this.changes = changes;
        this.bodies = bodies;
    }

    @Override
    public Map<AssessmentId, AssessmentCase> lock(Collection<AssessmentId> ids) {
        Map<AssessmentId, Standing> standing = assessments.lock(ids);
        Map<AssessmentId, Map<Queue, Referral>> latest = referrals.latest(standing.keySet()).stream()
                .collect(Collectors.groupingBy(
                        Referral::assessmentId, Collectors.toMap(Referral::queue, referral -> referral)));
        Map<AssessmentId, AssessmentCase> cases = new HashMap<>();
        standing.forEach((id, decided) ->
                cases.put(id, new AssessmentCase(id, decided, latest.getOrDefault(id, Map.of()))));
        return cases;
    }

    /**
     * {@inheritDoc}
     *
     * @throws OptimisticLockingFailureException where another transaction was first with an assessment that was unknown
     *     when it was asked for; that is transient, and gone when the batch is routed again
     */
    @Override
    public List<BodyConflict> save(RoutedBatch batch) {
        assessments.insert(batch.first(), batch.standings());
        assessments.update(batch.newer());
        assessments.setStandings(knownBefore(batch));
        referrals.upsert(batch.referrals());
        changes.append(batch.changes());
        return bodies.record(batch.bodies(), batch.routedAt());
    }

    private static Map<AssessmentId, Standing> knownBefore(RoutedBatch batch) {
        Map<AssessmentId, Standing> standings = new HashMap<>(batch.standings());
        batch.first().forEach(decision -> standings.remove(decision.assessmentId()));
        return standings;
    }
}
