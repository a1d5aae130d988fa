package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Reservations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reserves by inserting a row, which one of several contenders does. */
final class JdbcReservations implements Reservations {

    private static final String RESERVE = """
            insert into reservation (assessment_id, request_hash, body_hash, received_at)
            select ?, ?, ?, ? where not exists (select from assessment where assessment_id = ? and erased)
            on conflict (assessment_id) do nothing
            """;

    /** Only what the view has seen of this very body, reference and all, is known to have been announced. */
    private static final String EARLIER = """
            select r.request_hash, r.body_hash, r.received_at, a.patient_reference,
                a.patient_reference is not null and exists (
                    select from submission s
                    where s.assessment_id = r.assessment_id and s.revision = 1 and s.body_hash = r.body_hash) as announced
            from reservation r left join assessment a using (assessment_id)
            where assessment_id = ?
            """;

    private final PromptDatabase database;

    JdbcReservations(PromptDatabase database) {
        this.database = database;
    }

    @Override
    public Reservation reserve(AcceptedAssessment mine) {
        return database.attempt(PromptStep.RESERVATION, prompt -> reserve(prompt, mine))
                .orElseGet(Reservation.Unknown::new);
    }

    /** The rows of the view tell, once they are written. */
    @Override
    public void announced(AcceptedAssessment accepted) {}

    private static Reservation reserve(Database database, AcceptedAssessment mine) {
        return inserted(database, mine) ? new Reservation.First() : earlier(database, mine.assessmentId());
    }

    private static boolean inserted(Database database, AcceptedAssessment mine) {
        return database.execute(jdbc -> jdbc.update(
                        RESERVE,
                        mine.assessmentId(),
                        mine.fingerprint().requestHash(),
                        mine.fingerprint().bodyHash(),
                        mine.receivedAt().atOffset(ZoneOffset.UTC),
                        mine.assessmentId()))
                > 0;
    }

    private static Reservation earlier(Database database, UUID assessmentId) {
        return database.execute(jdbc -> jdbc.query(EARLIER, JdbcReservations::earlier, assessmentId)).stream()
                .findFirst()
                .orElseGet(Reservation.Erased::new);
    }

    private static Reservation earlier(ResultSet row, int index) throws SQLException {
        return new Reservation.Earlier(
                row.getString("request_hash"),
                row.getString("body_hash"),
                row.getString("patient_reference"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("announced"));
    }
}
