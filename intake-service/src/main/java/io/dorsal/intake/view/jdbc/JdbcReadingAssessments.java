package io.dorsal.intake.view.jdbc;

import static io.dorsal.intake.view.jdbc.Columns.time;

import io.dorsal.intake.jdbc.ReadingDatabase;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads views. The clinic stands in every query. */
final class JdbcReadingAssessments implements ReadingAssessments {

    private static final String ASKING = """
            select assessment_id from assessment where clinic_id = ? and asks_clinic
            order by received_at desc, assessment_id desc limit ?
            """;

    private final ReadingDatabase database;

    JdbcReadingAssessments(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<AssessmentView> find(String clinicId, UUID assessmentId) {
        return one(
                "select assessment_id from assessment where clinic_id = ? and assessment_id = ?",
                clinicId,
                assessmentId);
    }

    @Override
    public Optional<AssessmentView> findByReferral(String clinicId, UUID referralId) {
        return one(
                "select assessment_id from assessment join referral using (assessment_id)"
                        + " where clinic_id = ? and referral_id = ?",
                clinicId,
                referralId);
    }

    @Override
    public Optional<AssessmentView> findByAlert(String clinicId, UUID alertId) {
        return one(
                "select assessment_id from assessment join alert using (assessment_id)"
                        + " where clinic_id = ? and alert_id = ?",
                clinicId,
                alertId);
    }

    @Override
    public List<AssessmentView> list(String clinicId, Selection selection) {
        StringBuilder sql = new StringBuilder("select assessment_id from assessment where clinic_id = ?");
        List<Object> parameters = new ArrayList<>(List.of(clinicId));
        if (selection.status() != null) {
            sql.append(" and status = ?");
            parameters.add(selection.status().name());
        }
        if (selection.urgency() != null) {
            sql.append(" and urgency = ?");
            parameters.add(selection.urgency().name());
        }
        if (selection.patientReference() != null) {
            sql.append(" and patient_reference = ?");
            parameters.add(selection.patientReference());
        }
        if (selection.after() != null) {
            sql.append(" and (received_at, assessment_id) < (?, ?)");
            parameters.add(time(selection.after().receivedAt()));
            parameters.add(selection.after().assessmentId());
        }
        sql.append(" order by received_at desc, assessment_id desc limit ?");
        parameters.add(selection.limit());
        return database.read(jdbc -> load(jdbc, sql.toString(), parameters.toArray()));
    }

    @Override
    public List<AssessmentView> asking(String clinicId, int limit) {
        return database.read(jdbc -> load(jdbc, ASKING, clinicId, limit));
    }

    private Optional<AssessmentView> one(String selectId, Object... parameters) {
        return database.read(jdbc -> load(jdbc, selectId, parameters)).stream().findFirst();
    }

    private static List<AssessmentView> load(JdbcTemplate jdbc, String selectIds, Object... parameters) {
        List<UUID> ids = jdbc.queryForList(selectIds, UUID.class, parameters);
        return List.copyOf(StoredViews.load(jdbc, ids).values());
    }
}
