package io.dorsal.referral.routing.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.booleans;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.integers;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.texts;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.times;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.uuids;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.routing.DecidedRevision;
import io.dorsal.referral.routing.Standing;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.json.DecisionJson;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The assessments, each with the decision that its referrals follow. */
@Repository
class AssessmentTable {

    private final JdbcTemplate jdbc;

    AssessmentTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks in the order of the ids, so that two batches never wait for each other. */
    Map<AssessmentId, Standing> lock(Collection<AssessmentId> ids) {
        Map<AssessmentId, Standing> standing = new HashMap<>();
        jdbc.query(
                """
                select assessment_id, revision, body_hash, urgency, first_received_at, asked from assessment
                where assessment_id = any(?) order by assessment_id for update
                """,
                row -> {
                    standing.put(
                            new AssessmentId(row.getObject("assessment_id", UUID.class)),
                            new Standing(
                                    row.getInt("revision"),
                                    row.getString("body_hash"),
                                    Urgency.valueOf(row.getString("urgency")),
                                    row.getObject("first_received_at", OffsetDateTime.class)
                                            .toInstant(),
                                    AskedJson.read(row.getString("asked"))));
                },
                uuids(ids, AssessmentId::value));
        return standing;
    }

    void insert(List<DecidedRevision> decisions, Map<AssessmentId, Standing> standings) {
        if (decisions.isEmpty()) {
            return;
        }
        int inserted = jdbc.update(
                """
                insert into assessment (assessment_id, clinic_id, network_id, synthetic, revision, decision_id, body_hash,
                    urgency, received_at, decided_at, decision, first_received_at, asked)
                select id, clinic, network, synthetic, revision, decision_id, hash, urgency::urgency, received, decided,
                    decision::json, first_received, asked::jsonb
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as first (id, revision, decision_id, hash, urgency, received,
                    decided, decision, clinic, network, synthetic, first_received, asked)
                order by id
                on conflict do nothing
                """,
                uuids(decisions, decision -> decision.assessmentId().value()),
                integers(decisions, DecidedRevision::revision),
                uuids(decisions, DecidedRevision::decisionId),
                texts(decisions, DecidedRevision::bodyHash),
                texts(decisions, decision -> decision.urgency().name()),
                times(decisions, DecidedRevision::receivedAt),
                times(decisions, DecidedRevision::decidedAt),
                texts(decisions, AssessmentTable::json),
                texts(decisions, decision -> decision.origin().clinicId()),
                texts(decisions, decision -> decision.origin().networkId()),
                booleans(decisions, decision -> decision.origin().synthetic()),
                times(decisions, decision -> of(decision, standings).firstReceivedAt()),
                texts(
                        decisions,
                        decision -> AskedJson.write(of(decision, standings).asked())));
        if (inserted < decisions.size()) {
            throw new OptimisticLockingFailureException("another transaction was first with an assessment");
        }
    }

    void update(List<DecidedRevision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                update assessment
                set revision = newer.revision, decision_id = newer.decision_id, body_hash = newer.hash,
                    urgency = newer.urgency::urgency, received_at = newer.received, decided_at = newer.decided,
                    decision = newer.decision::json
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) as newer (id, revision, decision_id, hash, urgency, received, decided,
                    decision)
                where assessment_id = newer.id
                """,
                uuids(decisions, decision -> decision.assessmentId().value()),
                integers(decisions, DecidedRevision::revision),
                uuids(decisions, DecidedRevision::decisionId),
                texts(decisions, DecidedRevision::bodyHash),
                texts(decisions, decision -> decision.urgency().name()),
                times(decisions, DecidedRevision::receivedAt),
                times(decisions, DecidedRevision::decidedAt),
                texts(decisions, AssessmentTable::json));
    }

    /** Sets what stands beside the decision: the first receipt, and what was asked for. */
    void setStandings(Map<AssessmentId, Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        Set<Map.Entry<AssessmentId, Standing>> rows = standings.entrySet();
        jdbc.update(
                """
                update assessment set first_received_at = known.receipt, asked = known.asked::jsonb
                from unnest(?, ?, ?) as known (id, receipt, asked) where assessment_id = known.id
                """,
                uuids(rows, row -> row.getKey().value()),
                times(rows, row -> row.getValue().firstReceivedAt()),
                texts(rows, row -> AskedJson.write(row.getValue().asked())));
    }

    private static Standing of(DecidedRevision decision, Map<AssessmentId, Standing> standings) {
        return Objects.requireNonNull(standings.get(decision.assessmentId()));
    }

    private static String json(DecidedRevision decision) {
        return new String(DecisionJson.write(decision.decision()), StandardCharsets.UTF_8);
    }
}
