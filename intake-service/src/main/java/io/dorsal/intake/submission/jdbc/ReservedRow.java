package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Reservations.Reservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an id was reserved for, and what the view has of it.
 *
 * @param requestHash of the whole body; null where only the topics told of it
 * @param submittedAt when the view has the body received; null where it does not know it
 * @param previousAssessments how many the patient was known to have had in the time before
 * @param patients the references that the view has as received with it: one, or two that came in the same millisecond
 */
record ReservedRow(
        @Nullable String requestHash,
        String bodyHash,
        Instant receivedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant assessedAt,
        @Nullable Integer previousAssessments,
        Set<String> patients) {

    /** With what the view has of the body that it was reserved for: answers and reference as they were received then. */
    static final String SELECT = """
            select r.assessment_id, r.request_hash, r.body_hash, r.received_at, r.previous_assessments,
                s.received_at as submitted_at, s.assessed_at,
                array(select p.reference from patient_reference p
                      where p.assessment_id = r.assessment_id and p.revision = 1 and p.received_at = r.received_at)
                    as patients
            from reservation r
                left join submission s
                    on s.assessment_id = r.assessment_id and s.revision = 1 and s.body_hash = r.body_hash
            where r.assessment_id = any(?)
                and not exists (select from assessment a where a.assessment_id = r.assessment_id and a.erased)
            """;

    static ReservedRow of(ResultSet row) throws SQLException {
        return new ReservedRow(
                row.getString("request_hash"),
                row.getString("body_hash"),
                Objects.requireNonNull(instant(row, "received_at")),
                instant(row, "submitted_at"),
                instant(row, "assessed_at"),
                row.getObject("previous_assessments", Integer.class),
                Set.of((String[]) row.getArray("patients").getArray()));
    }

    Reservation comparedWith(AcceptedAssessment mine) {
        if (requestHash != null) {
            return requestHash.equals(mine.fingerprint().requestHash()) ? same(mine) : new Reservation.Another();
        }
        if (!bodyHash.equals(mine.fingerprint().bodyHash())) {
            return new Reservation.Another();
        }
        // Equal answers of another patient are another assessment. Who cannot be compared is not taken for the same.
        if (submittedAt == null || patients.isEmpty()) {
            return new Reservation.Unknown();
        }
        boolean same = isOfPatient(mine)
                && Objects.equals(assessedAt, mine.asReceivedAt(receivedAt).assessedAt());
        return same ? same(mine) : new Reservation.Another();
    }

    /** Only what the view has of this very body, reference and all, is known to have been announced. */
    private Reservation same(AcceptedAssessment mine) {
        return new Reservation.Same(
                receivedAt, receivedAt.equals(submittedAt) && isOfPatient(mine), previousAssessments);
    }

    private boolean isOfPatient(AcceptedAssessment mine) {
        return patients.contains(mine.assessment().patientReference());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public String toString() {
        return "ReservedRow[" + bodyHash + ", " + receivedAt + "]";
    }
}
