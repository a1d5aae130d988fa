package io.dorsal.notification.alert.jdbc;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.AlertState;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Cause;
import io.dorsal.notification.alert.ClosingOutcome;
import io.dorsal.notification.alert.Hold;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.StateName;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.policy.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads alerts from rows of {@code alert}. */
public final class AlertRows {

    private AlertRows() {}

    /** The alert in a row that has all columns of the table. */
    public static Alert alert(ResultSet row, int index) throws SQLException {
        UUID assessment = row.getObject("assessment_id", UUID.class);
        return new Alert(
                new AlertId(row.getObject("id", UUID.class)),
                assessment == null ? null : new AssessmentId(assessment),
                row.getInt("episode"),
                origin(row),
                new Cause(
                        AlertKind.valueOf(row.getString("kind")),
                        row.getInt("revision"),
                        Urgency.valueOf(row.getString("urgency")),
                        List.of((String[]) row.getArray("rules").getArray()),
                        row.getString("headline"),
                        SqlTimes.optional(row, "received_at")),
                state(row),
                new Turn(row.getInt("round"), row.getInt("step")),
                row.getLong("version"),
                SqlTimes.required(row, "raised_at"),
                SqlTimes.optional(row, "delivered_at"));
    }

    /** The origin in a row that has its columns. */
    public static Origin origin(ResultSet row) throws SQLException {
        return new Origin(row.getString("clinic_id"), row.getString("network_id"), row.getBoolean("synthetic"));
    }

    private static AlertState state(ResultSet row) throws SQLException {
        return switch (StateName.valueOf(row.getString("state"))) {
            case NOTIFYING -> new AlertState.Notifying(SqlTimes.required(row, "next_at"));
            case ACKNOWLEDGED -> new AlertState.Acknowledged(hold(row), SqlTimes.optional(row, "next_at"));
            case PATIENT_CONTACTED ->
                new AlertState.PatientContacted(
                        hold(row), SqlTimes.required(row, "contacted_at"), SqlTimes.required(row, "next_at"));
            case CLOSED ->
                new AlertState.Closed(
                        hold(row),
                        SqlTimes.required(row, "closed_at"),
                        ClosingOutcome.valueOf(row.getString("closing_outcome")));
        };
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(row.getString("held_by"), SqlTimes.required(row, "held_since"));
    }
}
