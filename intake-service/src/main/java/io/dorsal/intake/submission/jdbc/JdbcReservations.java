package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Reservations;
import java.time.ZoneOffset;

/** Reserves by inserting a row, which one of several contenders does. */
final class JdbcReservations implements Reservations {

    private static final String RESERVE = """
            insert into reservation (assessment_id, clinic_id, request_hash, body_hash, received_at)
            select ?, ?, ?, ?, ? where not exists (select from assessment where assessment_id = ? and erased)
            on conflict (assessment_id) do nothing
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
        return inserted(database, mine) ? new Reservation.First() : earlier(database, mine);
    }

    private static boolean inserted(Database database, AcceptedAssessment mine) {
        return database.execute(jdbc -> jdbc.update(
                        RESERVE,
                        mine.assessmentId(),
                        mine.clinic().id(),
                        mine.fingerprint().requestHash(),
                        mine.fingerprint().bodyHash(),
                        mine.receivedAt().atOffset(ZoneOffset.UTC),
                        mine.assessmentId()))
                > 0;
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
