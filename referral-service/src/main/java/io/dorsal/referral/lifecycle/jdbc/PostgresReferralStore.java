package io.dorsal.referral.lifecycle.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.uuids;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.HeldReferral;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralStore;
import io.dorsal.referral.lifecycle.Visibility;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Referrals in PostgreSQL; whoever changes one locks the row of its assessment first. */
@Repository
class PostgresReferralStore implements ReferralStore {

    private final JdbcTemplate jdbc;
    private final ReferralTable referrals;
    private final ChangeTable changes;

    PostgresReferralStore(JdbcTemplate jdbc, ReferralTable referrals, ChangeTable changes) {
        this.jdbc = jdbc;
        this.referrals = referrals;
        this.changes = changes;
    }

    @Override
    public Optional<HeldReferral> hold(ReferralId id, Visibility visibility) {
        return inSight(id, visibility).map(assessment -> {
            lock(Set.of(assessment));
            Referral held = referrals.find(id).orElseThrow();
            return HeldReferral.of(held, referrals.latest(Set.of(assessment)));
        });
    }

    private Optional<AssessmentId> inSight(ReferralId id, Visibility visibility) {
        return jdbc
                .query(
                        """
                        select assessment_id from referral
                        where referral_id = ? and (? or clinic_id = ? or (
                            not synthetic and queue = any(?) and network_id = any(?)))
                        """,
                        (row, _) -> new AssessmentId(row.getObject(1, UUID.class)),
                        id.value(),
                        visibility.everything(),
                        visibility.clinicId(),
                        SqlArrays.texts(visibility.queues(), Enum::name),
                        SqlArrays.texts(visibility.networks(), network -> network))
                .stream()
                .findFirst();
    }

    @Override
    public List<Referral> holdOverdue(Instant now, int limit) {
        List<UUID> overdue = jdbc.queryForList("""
                select assessment_id from referral
                where is_open and is_awaited and breached_at is null and due_at < ? order by due_at limit ?
                """, UUID.class, now.atOffset(ZoneOffset.UTC), limit);
        Set<AssessmentId> assessments = overdue.stream().map(AssessmentId::new).collect(Collectors.toSet());
        if (assessments.isEmpty()) {
            return List.of();
        }
        lock(assessments);
        return referrals.latest(assessments);
    }

    private void lock(Collection<AssessmentId> assessments) {
        jdbc.query(
                "select 1 from assessment where assessment_id = any(?) order by assessment_id for update",
                row -> {},
                uuids(assessments, AssessmentId::value));
    }

    @Override
    public Optional<Deed> deed(ReferralId id, long version) {
        return changes.deed(id, version);
    }

    @Override
    public void save(List<ReferralChange> made) {
        Map<ReferralId, Referral> changed = new LinkedHashMap<>();
        made.forEach(change -> changed.put(change.referral().id(), change.referral()));
        referrals.upsert(changed.values());
        changes.append(made);
    }
}
