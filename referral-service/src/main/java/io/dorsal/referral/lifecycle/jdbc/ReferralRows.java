package io.dorsal.referral.lifecycle.jdbc;

import io.dorsal.referral.lifecycle.AskedEnd;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralClock;
import io.dorsal.referral.lifecycle.ReferralClock.Pause;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.referral.lifecycle.SiteReason;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code referral}. */
public final class ReferralRows {

    private ReferralRows() {}

    /** The referral of a row with all its columns. */
    public static Referral read(ResultSet row, int index) throws SQLException {
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
                        List.of(texts(row, "rules"))),
                Stream.of(texts(row, "path")).map(Queue::valueOf).toList(),
                state(row),
                toConfirm(row),
                time(row, "routed_at"),
                new ReferralClock(
                        dueAt(row),
                        Duration.ofMillis(row.getLong("paused_ms")),
                        pause(row),
                        optionalTime(row, "breached_at")),
                row.getLong("version"),
                placement(row, "placed_version"));
    }

    /**
     * The site that was chosen; null for none.
     *
     * @param version the column that holds the version at which it was
     */
    public static @Nullable Placement placement(ResultSet row, String version) throws SQLException {
        String reason = row.getString("placed_reason");
        return reason == null
                ? null
                : new Placement(
                        row.getString("placed_site"),
                        SiteReason.valueOf(reason),
                        row.getInt("placed_taken"),
                        row.getInt("placed_slots"),
                        row.getLong(version));
    }

    private static ReferralState state(ResultSet row) throws SQLException {
        return switch (StateName.valueOf(row.getString("state"))) {
            case ROUTED -> new ReferralState.Routed();
            case ACCEPTED -> new ReferralState.Accepted();
            case SCHEDULED -> new ReferralState.Scheduled(time(row, "appointment_at"), row.getString("site"));
            case NO_SHOW -> new ReferralState.NoShow(time(row, "appointment_at"), row.getString("site"));
            case COMPLETED -> new ReferralState.Completed(Code.valueOf(row.getString("code")));
            case RETURNED -> new ReferralState.Returned(Code.valueOf(row.getString("code")), row.getString("advice"));
            case REDIRECTED -> new ReferralState.Redirected(Queue.valueOf(row.getString("redirected_to")));
            case WITHDRAWN -> new ReferralState.Withdrawn();
            case CANCELLED -> new ReferralState.Cancelled();
        };
    }

    private static @Nullable AskedEnd toConfirm(ResultSet row) throws SQLException {
        String end = row.getString("to_confirm");
        return end == null ? null : AskedEnd.valueOf(end);
    }

    private static @Nullable Pause pause(ResultSet row) throws SQLException {
        String reason = row.getString("pause_reason");
        return reason == null
                ? null
                : new Pause(time(row, "paused_since"), time(row, "paused_until"), Code.valueOf(reason));
    }

    private static @Nullable Instant dueAt(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return due.equals(OffsetDateTime.MAX) ? null : due.toInstant();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
