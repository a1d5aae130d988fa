package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.view.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many assessments wait at each stage, and since when the first of them, as last counted. An age goes on rising
 * between two counts. Not a number before the first count, and from one that failed until the next.
 */
final class CountedWaiting {

    private static final String COUNT = """
            select count(undecided_since) as decision, min(undecided_since) as decision_since,
                   count(unalerted_since) as alert, min(unalerted_since) as alert_since,
                   count(unacknowledged_since) as acknowledgement, min(unacknowledged_since) as acknowledgement_since
            from assessment
            where undecided_since is not null or unalerted_since is not null or unacknowledged_since is not null
            """;

    private final Database database;
    private final Clock clock;
    private volatile Map<Stage, Count> last = Map.of();

    CountedWaiting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void count() {
        try {
            last = database.execute(jdbc -> jdbc.query(COUNT, CountedWaiting::counts));
        } catch (RuntimeException e) {
            last = Map.of();
            throw e;
        }
    }

    /** How many wait. */
    double count(Stage stage) {
        Count known = last.get(stage);
        return known == null ? Double.NaN : known.waiting();
    }

    /** For how many seconds the one waits that waits longest; 0 where none does. */
    double seconds(Stage stage) {
        Count known = last.get(stage);
        return known == null
                ? Double.NaN
                : known.since()
                        .map(since -> Math.max(
                                0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
                        .orElse(0.0);
    }

    private static Map<Stage, Count> counts(ResultSet rows) throws SQLException {
        Map<Stage, Count> counts = new EnumMap<>(Stage.class);
        rows.next();
        counts.put(Stage.DECISION, count(rows, "decision"));
        counts.put(Stage.ALERT, count(rows, "alert"));
        counts.put(Stage.ACKNOWLEDGEMENT, count(rows, "acknowledgement"));
        return counts;
    }

    private static Count count(ResultSet row, String column) throws SQLException {
        return new Count(row.getLong(column), Optional.ofNullable(Columns.instantOrNull(row, column + "_since")));
    }

    private record Count(long waiting, Optional<Instant> since) {}
}
