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
            insert into reservation (assessment_id, request_hash, body_hash, received_at)
            select ?, ?, ?, ? where not exists (select from assessment where assessment_id = ? and erased)
            on conflict (assessment_id) do nothing
            """;

    /** With what the view has of the body that it was reserved for: answers and reference as they were received then. */
    private static final String EARLIER = """
            select r.request_hash, r.body_hash, r.received_at, s.received_at as submitted_at, s.assessed_at,
                array(select p.reference from patient_reference p
                      where p.assessment_id = r.assessment_id and p.revision = 1 and p.received_at = r.received_at)
                    as patients
            from reservation r
                left join submission s
                    on s.assessment_id = r.assessment_id and s.revision = 1 and s.body_hash = r.body_hash
            where r.assessment_id = ?
                and not exists (select from assessment a where a.assessment_id = r.assessment_id and a.erased)
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
                        mine.fingerprint().requestHash(),
                        mine.fingerprint().bodyHash(),
                        mine.receivedAt().atOffset(ZoneOffset.UTC),
                        mine.assessmentId()))
                > 0;
    }

    private static Reservation earlier(Database database, AcceptedAssessment mine) {
        return database
                .execute(jdbc -> jdbc.query(EARLIER, (row, index) -> ReservedRow.of(row), mine.assessmentId()))
                .stream()
                .findFirst()
                .map(row -> row.comparedWith(mine))
                .orElseGet(Reservation.Erased::new);
    }
}
