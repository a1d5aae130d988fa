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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reserves by inserting all rows in one statement, in the order of their ids, so that two of these never deadlock. */
final class JdbcManyReservations implements ManyReservations {

    private static final String RESERVE = """
            insert into reservation (assessment_id, clinic_id, request_hash, body_hash, received_at)
            select mine.*
            from unnest(?, ?, ?, ?, ?) as mine (assessment_id, clinic_id, request_hash, body_hash, received_at)
            where not exists (select from assessment known where known.assessment_id = mine.assessment_id and known.erased)
            order by mine.assessment_id
            on conflict (assessment_id) do nothing
            returning assessment_id
            """;

    private final PromptDatabase database;

    JdbcManyReservations(PromptDatabase database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Reservation> reserve(Collection<AcceptedAssessment> mine) {
        return database.attempt(PromptStep.BULK_RESERVATION, prompt -> prompt.execute(jdbc -> reserve(jdbc, mine)))
                .orElseGet(() -> all(mine, one -> new Reservation.Unknown()));
    }

    private static Map<UUID, Reservation> reserve(JdbcTemplate jdbc, Collection<AcceptedAssessment> mine) {
        Set<UUID> firsts = inserted(jdbc, mine);
        List<AcceptedAssessment> later = mine.stream()
                .filter(one -> !firsts.contains(one.assessmentId()))
                .toList();
        Map<UUID, ReservedRow> earlier = later.isEmpty() ? Map.of() : earlier(jdbc, later);
        return all(mine, one -> {
            ReservedRow row = earlier.get(one.assessmentId());
            if (firsts.contains(one.assessmentId())) {
                return new Reservation.First();
            }
            return row == null ? new Reservation.Erased() : row.comparedWith(one);
        });
    }

    private static Set<UUID> inserted(JdbcTemplate jdbc, Collection<AcceptedAssessment> mine) {
        List<AcceptedAssessment> ordered = mine.stream()
                .sorted(Comparator.comparing(AcceptedAssessment::assessmentId))
                .toList();
        return new HashSet<>(jdbc.query(
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
                },
                (row, index) -> row.getObject("assessment_id", UUID.class)));
    }

    private static Map<UUID, ReservedRow> earlier(JdbcTemplate jdbc, List<AcceptedAssessment> later) {
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
