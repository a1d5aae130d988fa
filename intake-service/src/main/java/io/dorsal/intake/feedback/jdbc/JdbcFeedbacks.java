package io.dorsal.intake.feedback.jdbc;

import io.dorsal.intake.feedback.Feedback;
import io.dorsal.intake.feedback.Feedback.Outcome;
import io.dorsal.intake.feedback.Feedback.Reason;
import io.dorsal.intake.feedback.Feedbacks;
import io.dorsal.intake.jdbc.ReadingDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps feedback in a table. The clinic stands in the query. */
final class JdbcFeedbacks implements Feedbacks {

    private static final int MOST_SHOWN = 100;

    private static final String OF_CLINIC = """
            select distinct decision_id from decision join assessment using (assessment_id)
            where decision_id = any(?) and clinic_id = ?
            """;

    private static final String KEEP = """
            insert into decision_feedback (decision_id, assessment_id, outcome, reason_system, reason_code, outcome_at)
            select distinct decision_id, assessment_id, ?, ?, ?, ?::timestamptz
            from decision join assessment using (assessment_id) where decision_id = ? and clinic_id = ?
            on conflict do nothing
            """;

    private static final String ON = """
            select * from decision_feedback where decision_id = ?
            order by outcome_at, outcome, reason_system, reason_code limit ?
            """;

    private final ReadingDatabase database;

    JdbcFeedbacks(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public boolean keep(String clinicId, List<Feedback> feedback) {
        Set<UUID> decisions = feedback.stream().map(Feedback::decisionId).collect(Collectors.toSet());
        return database.write(jdbc -> {
            if (!ofClinic(jdbc, clinicId, decisions).equals(decisions)) {
                return false;
            }
            jdbc.batchUpdate(
                    KEEP, feedback.stream().map(one -> row(clinicId, one)).toList());
            return true;
        });
    }

    private static Set<UUID> ofClinic(JdbcTemplate jdbc, String clinicId, Set<UUID> decisions) {
        return new HashSet<>(jdbc.query(
                OF_CLINIC,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("uuid", decisions.toArray()));
                    statement.setString(2, clinicId);
                },
                (row, index) -> row.getObject("decision_id", UUID.class)));
    }

    private static Object[] row(String clinicId, Feedback feedback) {
        Reason reason = feedback.reason();
        return new Object[] {
            feedback.outcome().name(),
            reason == null ? "" : reason.system(),
            reason == null ? "" : reason.code(),
            feedback.at().atOffset(ZoneOffset.UTC),
            feedback.decisionId(),
            clinicId
        };
    }

    @Override
    public List<Feedback> on(UUID decisionId) {
        return database.read(jdbc -> jdbc.query(ON, JdbcFeedbacks::feedback, decisionId, MOST_SHOWN));
    }

    private static Feedback feedback(ResultSet row, int index) throws SQLException {
        String code = row.getString("reason_code");
        return new Feedback(
                row.getObject("decision_id", UUID.class),
                Outcome.valueOf(row.getString("outcome")),
                code.isEmpty() ? null : new Reason(row.getString("reason_system"), code),
                row.getObject("outcome_at", OffsetDateTime.class).toInstant());
    }
}
