package io.dorsal.intake.view.jdbc;

import static io.dorsal.intake.view.jdbc.Columns.instant;
import static io.dorsal.intake.view.jdbc.Columns.instantOrNull;
import static io.dorsal.intake.view.jdbc.Columns.uuid;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Loads views: each row is a fact again, and the view is folded from them as it was when they arrived. */
final class StoredViews {

    private static final String OF_ASSESSMENTS = " where assessment_id = any(?)";

    private final JdbcTemplate jdbc;
    private final Map<UUID, AssessmentView> views = new LinkedHashMap<>();
    private final Map<UUID, String> clinics = new HashMap<>();

    private StoredViews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The views of these assessments, as far as they are known, in the order of the ids. */
    static Map<UUID, AssessmentView> load(JdbcTemplate jdbc, Collection<UUID> ids) {
        return new StoredViews(jdbc).load(ids);
    }

    private Map<UUID, AssessmentView> load(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return views;
        }
        ids.forEach(id -> views.put(id, AssessmentView.unknown(id)));
        jdbc.query(
                "select assessment_id, clinic_id, erased from assessment" + OF_ASSESSMENTS,
                Columns.ids(ids),
                this::takeAssessment);
        take("submission", ids, this::submitted);
        take("patient_reference", ids, StoredViews::referenced);
        take("decision", ids, this::decided);
        take("referral", ids, StoredViews::referral);
        take("alert", ids, StoredViews::alert);
        take("parking", ids, StoredViews::parked);
        return views;
    }

    private void take(String table, Collection<UUID> ids, RowMapper<Fact> mapper) {
        jdbc.query("select * from " + table + OF_ASSESSMENTS, Columns.ids(ids), mapper)
                .forEach(this::take);
    }

    private void take(Fact fact) {
        views.computeIfPresent(fact.assessmentId(), (id, view) -> view.with(fact));
    }

    private void takeAssessment(ResultSet row) throws SQLException {
        UUID id = uuid(row, "assessment_id");
        String clinic = row.getString("clinic_id");
        if (clinic != null) {
            clinics.put(id, clinic);
        }
        if (row.getBoolean("erased")) {
            take(new Fact.Erased(id));
        }
    }

    private Fact submitted(ResultSet row, int index) throws SQLException {
        UUID id = uuid(row, "assessment_id");
        return new Fact.Submitted(
                id,
                body(row),
                origin(id, row),
                Lane.valueOf(row.getString("lane")),
                Channel.valueOf(row.getString("channel")),
                instant(row, "received_at"),
                instantOrNull(row, "assessed_at"),
                row.getObject("previous_assessments", Integer.class),
                row.getString("answers"));
    }

    private static Fact referenced(ResultSet row, int index) throws SQLException {
        return new Fact.Referenced(
                uuid(row, "assessment_id"),
                row.getInt("revision"),
                instant(row, "received_at"),
                row.getString("reference"));
    }

    private Fact decided(ResultSet row, int index) throws SQLException {
        UUID id = uuid(row, "assessment_id");
        return new Fact.Decided(
                id,
                body(row),
                origin(id, row),
                uuid(row, "decision_id"),
                Urgency.valueOf(row.getString("urgency")),
                instant(row, "received_at"),
                instant(row, "decided_at"),
                row.getString("document"));
    }

    private static Fact referral(ResultSet row, int index) throws SQLException {
        return new Fact.ReferralChanged(
                uuid(row, "assessment_id"),
                uuid(row, "referral_id"),
                row.getLong("version"),
                row.getInt("episode"),
                row.getString("queue"),
                Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("is_primary"),
                row.getString("state"),
                instantOrNull(row, "due_at"),
                row.getString("reason"),
                row.getString("advice"),
                row.getString("site"),
                instantOrNull(row, "appointment_at"),
                instantOrNull(row, "changed_at"));
    }

    private static Fact alert(ResultSet row, int index) throws SQLException {
        return new Fact.AlertChanged(
                uuid(row, "assessment_id"),
                uuid(row, "alert_id"),
                row.getLong("version"),
                row.getInt("episode"),
                row.getString("state"),
                instant(row, "raised_at"),
                instantOrNull(row, "delivered_at"));
    }

    private static Fact parked(ResultSet row, int index) throws SQLException {
        return new Fact.Parked(uuid(row, "assessment_id"), row.getInt("revision"), instant(row, "parked_at"));
    }

    private static Body body(ResultSet row) throws SQLException {
        return new Body(row.getInt("revision"), row.getString("body_hash"));
    }

    private Origin origin(UUID id, ResultSet row) throws SQLException {
        String clinic = clinics.get(id);
        if (clinic == null) {
            throw new IllegalStateException(
                    "a submission or decision is stored of the assessment " + id + ", but not where it came from");
        }
        return new Origin(clinic, row.getString("network_id"), row.getBoolean("synthetic"));
    }
}
