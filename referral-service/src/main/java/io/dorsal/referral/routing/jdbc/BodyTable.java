package io.dorsal.referral.routing.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.integers;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.texts;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.times;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.uuids;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.routing.BodyConflict;
import io.dorsal.referral.routing.DecidedBody;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The bodies that were decided. Of the assessments of a batch, whose rows are locked, nobody else adds any meanwhile. */
@Repository
class BodyTable {

    /** Both selects see the table as it was before the insert. */
    private static final String RECORD = """
            with recorded as (
                insert into decided_body as known (assessment_id, revision, body_hash, urgency, seen_at)
                select id, revision, hash, urgency::urgency, seen
                from unnest(?, ?, ?, ?, ?) as body (id, revision, hash, urgency, seen)
                order by id, revision, hash
                on conflict (assessment_id, revision, body_hash) do update set urgency = excluded.urgency
                where excluded.urgency < known.urgency
                returning assessment_id, revision, body_hash, urgency),
            added as (
                select * from recorded where not exists (
                    select from decided_body as known
                    where (known.assessment_id, known.revision, known.body_hash)
                        = (recorded.assessment_id, recorded.revision, recorded.body_hash)))
            select assessment_id, revision, body_hash, urgency, true as is_new from added
            union all
            select assessment_id, revision, body_hash, urgency, false from decided_body
            where (assessment_id, revision) in (select assessment_id, revision from added)
            order by is_new, urgency, body_hash
            """;

    private final JdbcTemplate jdbc;

    BodyTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Records bodies, and returns a conflict for each that is new under a revision that has another. */
    List<BodyConflict> record(Set<DecidedBody> decided, Instant at) {
        Collection<DecidedBody> bodies = mostUrgent(decided);
        List<Row> rows = jdbc.query(
                RECORD,
                BodyTable::read,
                uuids(bodies, body -> body.assessmentId().value()),
                integers(bodies, DecidedBody::revision),
                texts(bodies, DecidedBody::bodyHash),
                texts(bodies, body -> body.urgency().name()),
                times(bodies, body -> at));
        return rows.stream()
                .collect(Collectors.groupingBy(row -> Key.of(row.body(), ""), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofRevision -> conflicts(ofRevision).stream())
                .toList();
    }

    private static List<BodyConflict> conflicts(List<Row> ofRevision) {
        List<BodyConflict> conflicts = new ArrayList<>();
        Urgency known = ofRevision.getFirst().body().urgency();
        for (Row row : ofRevision.subList(1, ofRevision.size())) {
            DecidedBody body = row.body();
            if (row.isNew()) {
                conflicts.add(new BodyConflict(body.assessmentId(), body.revision(), known, body.urgency()));
            }
            known = Urgency.mostUrgent(known, body.urgency());
        }
        return conflicts;
    }

    /** One statement takes a key only once. */
    private static Collection<DecidedBody> mostUrgent(Set<DecidedBody> bodies) {
        Map<Key, DecidedBody> byKey = new LinkedHashMap<>();
        bodies.forEach(body -> byKey.merge(
                Key.of(body, body.bodyHash()),
                body,
                (one, other) -> other.urgency().isMoreUrgentThan(one.urgency()) ? other : one));
        return byKey.values();
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                new DecidedBody(
                        new AssessmentId(row.getObject("assessment_id", UUID.class)),
                        row.getInt("revision"),
                        row.getString("body_hash"),
                        Urgency.valueOf(row.getString("urgency"))),
                row.getBoolean("is_new"));
    }

    private record Row(DecidedBody body, boolean isNew) {}

    private record Key(AssessmentId assessmentId, int revision, String bodyHash) {

        static Key of(DecidedBody body, String bodyHash) {
            return new Key(body.assessmentId(), body.revision(), bodyHash);
        }
    }
}
