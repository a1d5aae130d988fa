package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.ManyReservations;
import io.dorsal.intake.submission.Reservations.Reservation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reserves by inserting all rows in one statement, in the order of their ids, so that two of these never deadlock. */
final class JdbcManyReservations implements ManyReservations {

    private static final String RESERVE = """
            insert into reservation (assessment_id, clinic_id, request_hash, body_hash, received_at,
                                     previous_assessments)
            select mine.assessment_id, mine.clinic_id, mine.request_hash, mine.body_hash, mine.received_at, (%s)
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as mine (assessment_id, clinic_id, request_hash, body_hash, received_at, sharing, reference)
            where not exists (select from assessment known where known.assessment_id = mine.assessment_id and known.erased)
            order by mine.assessment_id
            on conflict (assessment_id) do nothing
            returning assessment_id, previous_assessments
            """.formatted(EarlierAssessments.COUNT);

    private final PromptDatabase database;
    private final EarlierAssessments earlier;

    JdbcManyReservations(PromptDatabase database, EarlierAssessments earlier) {
        this.database = database;
        this.earlier = earlier;
    }

    @Override
    public Map<UUID, Reservation> reserve(Collection<AcceptedAssessment> mine) {
        return database.attempt(PromptStep.BULK_RESERVATION, prompt -> prompt.execute(jdbc -> reserve(jdbc, mine)))
                .orElseGet(() -> all(mine, one -> new Reservation.Unknown()));
    }

    private Map<UUID, Reservation> reserve(JdbcTemplate jdbc, Collection<AcceptedAssessment> mine) {
        Map<UUID, Integer> firsts = inserted(jdbc, mine);
        List<AcceptedAssessment> later = mine.stream()
                .filter(one -> !firsts.containsKey(one.assessmentId()))
                .toList();
        Map<UUID, ReservedRow> before = later.isEmpty() ? Map.of() : before(jdbc, later);
        return all(mine, one -> {
            ReservedRow row = before.get(one.assessmentId());
            if (firsts.containsKey(one.assessmentId())) {
                return new Reservation.First(firsts.get(one.assessmentId()));
            }
            return row == null ? new Reservation.Erased() : row.comparedWith(one);
        });
    }

    /** Those that nobody had reserved before, with their counts. */
    private Map<UUID, Integer> inserted(JdbcTemplate jdbc, Collection<AcceptedAssessment> mine) {
        List<AcceptedAssessment> ordered = mine.stream()
                .sorted(Comparator.comparing(AcceptedAssessment::assessmentId))
                .toList();
        Map<UUID, Integer> inserted = new HashMap<>();
        jdbc.query(
                RESERVE,
                statement -> {
                    set(statement, 1, "uuid", ordered, AcceptedAssessment::assessmentId);
                    set(statement, 2, "text", ordered, one -> one.clinic().id());
                    set(statement, 3, "text", ordered, one -> one.fingerprint().requestHash());
                    set(statement, 4, "text", ordered, one -> one.fingerprint().bodyHash());
                    set(
                            statement,
                            5,
                            "timestamptz",
                            ordered,
                            one -> one.receivedAt().toString());
                    set(statement, 6, "text", ordered, one -> earlier.sharing(one.clinic()));
                    set(statement, 7, "text", ordered, one -> one.assessment().patientReference());
                },
                row -> {
                    inserted.put(row.getObject("assessment_id", UUID.class), row.getInt("previous_assessments"));
                });
        return inserted;
    }

    private static Map<UUID, ReservedRow> before(JdbcTemplate jdbc, List<AcceptedAssessment> later) {
        Map<UUID, ReservedRow> rows = new HashMap<>();
        jdbc.query(
                ReservedRow.SELECT,
                statement -> set(statement, 1, "uuid", later, AcceptedAssessment::assessmentId),
                row -> {
                    rows.put(row.getObject("assessment_id", UUID.class), ReservedRow.of(row));
                });
        return rows;
    }

    private static void set(
            PreparedStatement statement,
            int parameter,
            String type,
            List<AcceptedAssessment> assessments,
            Function<AcceptedAssessment, Object> value)
            throws SQLException {
        Connection connection = statement.getConnection();
        Array values =
                connection.createArrayOf(type, assessments.stream().map(value).toArray());
        statement.setArray(parameter, values);
    }

    private static Map<UUID, Reservation> all(
            Collection<AcceptedAssessment> mine, Function<AcceptedAssessment, Reservation> reservation) {
        return mine.stream().collect(Collectors.toMap(AcceptedAssessment::assessmentId, reservation));
    }
}
