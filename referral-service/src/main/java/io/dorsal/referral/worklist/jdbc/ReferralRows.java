package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.routing.AssessmentId;
import io.dorsal.referral.routing.ReferralId;
import io.dorsal.referral.routing.ReferralState;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.referral.worklist.WorklistItem;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads referrals row by row. */
final class ReferralRows {

    private ReferralRows() {}

    static WorklistItem line(ResultSet row, int index) throws SQLException {
        return new WorklistItem(
                new ReferralId(row.getObject("referral_id", UUID.class)),
                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                row.getString("clinic_id"),
                Queue.valueOf(row.getString("queue")),
                Urgency.valueOf(row.getString("urgency")),
                state(row.getString("state")),
                time(row, "routed_at"),
                dueAt(row),
                List.of((String[]) row.getArray("rules").getArray()));
    }

    /** All but the history, which stands in rows of its own. */
    static ReferralFile file(ResultSet row, int index) throws SQLException {
        return new ReferralFile(
                line(row, index),
                row.getInt("episode"),
                row.getInt("revision"),
                row.getBoolean("is_primary"),
                row.getLong("version"),
                row.getString("reference"),
                row.getString("decision"),
                List.of());
    }

    static ReferralFile.Step step(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_state");
        return new ReferralFile.Step(
                row.getLong("version"),
                row.getInt("revision"),
                time(row, "changed_at"),
                row.getString("actor"),
                from == null ? null : state(from),
                state(row.getString("to_state")),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("reason"));
    }

    /** The due time as its column holds it: what is never due sorts last. */
    static OffsetDateTime column(@Nullable Instant dueAt) {
        return dueAt == null ? OffsetDateTime.MAX : dueAt.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant dueAt(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return due.equals(OffsetDateTime.MAX) ? null : due.toInstant();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static ReferralState state(String code) throws SQLException {
        return ReferralState.named(code).orElseThrow(() -> new SQLException("a state that nobody wrote"));
    }
}
