package io.dorsal.referral.routing.jdbc;

import io.dorsal.referral.routing.AssessmentId;
import io.dorsal.referral.routing.Origin;
import io.dorsal.referral.routing.Referral;
import io.dorsal.referral.routing.ReferralId;
import io.dorsal.referral.routing.ReferralRequest;
import io.dorsal.referral.routing.ReferralState;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code referral}. */
final class ReferralRows {

    private ReferralRows() {}

    static Referral read(ResultSet row, int index) throws SQLException {
        String state = row.getString("state");
        return new Referral(
                new ReferralId(row.getObject("referral_id", UUID.class)),
                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                new Origin(row.getString("clinic_id"), row.getString("network_id"), row.getBoolean("synthetic")),
                row.getInt("episode"),
                row.getInt("revision"),
                new ReferralRequest(
                        Queue.valueOf(row.getString("queue")),
                        Urgency.valueOf(row.getString("urgency")),
                        row.getBoolean("is_primary"),
                        List.of((String[]) row.getArray("rules").getArray())),
                ReferralState.named(state).orElseThrow(() -> new SQLException("a state that nobody wrote")),
                row.getObject("routed_at", OffsetDateTime.class).toInstant(),
                dueAt(row),
                row.getLong("version"));
    }

    private static @Nullable Instant dueAt(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return due.equals(OffsetDateTime.MAX) ? null : due.toInstant();
    }
}
