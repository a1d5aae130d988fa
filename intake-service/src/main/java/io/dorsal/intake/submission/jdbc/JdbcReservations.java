package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Reservations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;

/**
 * Reserves by inserting a row, which one of several contenders does. The count of earlier assessments is taken with it, so
 * that a repeat has the same.
 */
final class JdbcReservations implements Reservations {

    private static final String RESERVE = """
            insert into reservation (assessment_id, clinic_id, request_hash, body_hash, received_at,
                                     previous_assessments)
            select mine.assessment_id, ?, ?, ?, mine.received_at, (%s)
            from (select ?::uuid as assessment_id, ?::text as sharing, ?::text as reference,
                         ?::timestamptz as received_at) as mine
            where not exists (select from assessment known where known.assessment_id = mine.assessment_id and known.erased)
            on conflict (assessment_id) do nothing
            returning previous_assessments
            """.formatted(EarlierAssessments.COUNT);

    private final PromptDatabase database;
    private final EarlierAssessments earlier;

    JdbcReservations(PromptDatabase database, EarlierAssessments earlier) {
        this.database = database;
        this.earlier = earlier;
    }

    @Override
    public Reservation reserve(AcceptedAssessment mine) {
        return database.attempt(PromptStep.RESERVATION, prompt -> reserve(prompt, mine))
                .orElseGet(Reservation.Unknown::new);
    }

    /** The rows of the view tell, once they are written. */
    @Override
    public void announced(AcceptedAssessment accepted) {}

    private Reservation reserve(Database database, AcceptedAssessment mine) {
        return database.execute(jdbc -> jdbc.query(RESERVE, (row, index) -> first(row), inserted(mine))).stream()
                .findFirst()
                .orElseGet(() -> earlier(database, mine));
    }

    private static Reservation first(ResultSet row) throws SQLException {
        return new Reservation.First(row.getObject("previous_assessments", Integer.class));
    }

    private Object[] inserted(AcceptedAssessment mine) {
        return new Object[] {
            mine.clinic().id(),
            mine.fingerprint().requestHash(),
            mine.fingerprint().bodyHash(),
            mine.assessmentId(),
            earlier.sharing(mine.clinic()),
            mine.assessment().patientReference(),
            mine.receivedAt().atOffset(ZoneOffset.UTC)
        };
    }

    private static Reservation earlier(Database database, AcceptedAssessment mine) {
        return database
                .execute(jdbc -> jdbc.query(
                        ReservedRow.SELECT,
                        statement -> statement.setArray(
                                1, statement.getConnection().createArrayOf("uuid", new Object[] {mine.assessmentId()})),
                        (row, index) -> ReservedRow.of(row)))
                .stream()
                .findFirst()
                .map(row -> row.comparedWith(mine))
                .orElseGet(Reservation.Erased::new);
    }
}
