package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.lifecycle.jdbc.ChangeTable;
import io.dorsal.referral.lifecycle.jdbc.ReferralRows;
import io.dorsal.referral.worklist.Line;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of a referral row by row. */
final class ReadRows {

    /** Who has taken on a referral that is open. */
    static final String ACCEPTED_BY = """
            case when referral.state = any('{ACCEPTED,SCHEDULED,NO_SHOW}') then (
                select actor from referral_change as taking
                where taking.referral_id = referral.referral_id and taking.action = 'ACCEPT'
                order by taking.version desc limit 1) end as accepted_by
            """;

    private ReadRows() {}

    /** Of a row with all columns of the referral, and who has taken it on. */
    static Line line(ResultSet row, int index) throws SQLException {
        return new Line(ReferralRows.read(row, index), row.getString("accepted_by"));
    }

    /** All but the history, which stands in rows of its own. */
    static ReferralFile file(ResultSet row, int index) throws SQLException {
        return new ReferralFile(
                ReferralRows.read(row, index), row.getString("reference"), row.getString("decision"), List.of());
    }

    static ReferralFile.Step step(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_state");
        return new ReferralFile.Step(
                row.getLong("version"),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                from == null ? null : StateName.valueOf(from),
                StateName.valueOf(row.getString("to_state")),
                Urgency.valueOf(row.getString("urgency")),
                ChangeReason.valueOf(row.getString("reason")),
                ChangeTable.deed(row).orElse(null),
                ReferralRows.placement(row, "version"));
    }

    /** The due time as its column holds it: what is never due sorts last. */
    static OffsetDateTime column(@Nullable Instant dueAt) {
        return dueAt == null ? OffsetDateTime.MAX : dueAt.atOffset(ZoneOffset.UTC);
    }
}
