package io.dorsal.referral.routing.jdbc;

import static io.dorsal.referral.routing.jdbc.SqlArrays.integers;
import static io.dorsal.referral.routing.jdbc.SqlArrays.texts;
import static io.dorsal.referral.routing.jdbc.SqlArrays.times;
import static io.dorsal.referral.routing.jdbc.SqlArrays.uuids;

import io.dorsal.referral.routing.BodyConflict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Conflicts between bodies; each is recorded once. */
@Repository
class ConflictTable {

    private final JdbcTemplate jdbc;

    ConflictTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Records what is new, and returns that. */
    List<BodyConflict> record(List<BodyConflict> conflicts) {
        if (conflicts.isEmpty()) {
            return List.of();
        }
        Set<Key> recorded = new HashSet<>(jdbc.query(
                """
                insert into body_conflict (assessment_id, revision, dropped_hash, dropped_urgency, kept_hash, kept_urgency,
                    seen_at)
                select id, revision, dropped, dropped_urgency::urgency, kept, kept_urgency::urgency, seen
                from unnest(?, ?, ?, ?, ?, ?, ?) as conflict (id, revision, dropped, dropped_urgency, kept, kept_urgency,
                    seen)
                order by id, revision, dropped
                on conflict do nothing
                returning assessment_id, revision, dropped_hash
                """,
                (row, index) -> new Key(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)),
                uuids(conflicts, conflict -> conflict.assessmentId().value()),
                integers(conflicts, BodyConflict::revision),
                texts(conflicts, conflict -> conflict.dropped().bodyHash()),
                texts(conflicts, conflict -> conflict.dropped().urgency().name()),
                texts(conflicts, conflict -> conflict.kept().bodyHash()),
                texts(conflicts, conflict -> conflict.kept().urgency().name()),
                times(conflicts, BodyConflict::seenAt)));
        return conflicts.stream()
                .filter(conflict -> recorded.remove(Key.of(conflict)))
                .toList();
    }

    private record Key(UUID assessmentId, int revision, String droppedHash) {

        static Key of(BodyConflict conflict) {
            return new Key(
                    conflict.assessmentId().value(),
                    conflict.revision(),
                    conflict.dropped().bodyHash());
        }
    }
}
