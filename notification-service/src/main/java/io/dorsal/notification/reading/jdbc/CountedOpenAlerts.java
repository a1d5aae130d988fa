package io.dorsal.notification.reading.jdbc;

import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.reading.OpenAlerts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts open alerts, at most once in some seconds, however often it is asked. */
final class CountedOpenAlerts implements OpenAlerts {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final LongSupplier nanos;
    private @Nullable List<Count> counts;
    private long countedAt;

    CountedOpenAlerts(JdbcClient jdbc, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.nanos = nanos;
        this.countedAt = nanos.getAsLong() - FRESH.toNanos();
    }

    @Override
    public double count(AlertKind kind) {
        List<Count> current = current();
        return current == null
                ? Double.NaN
                : current.stream()
                        .filter(count -> count.kind().equals(kind.name()))
                        .mapToInt(Count::open)
                        .sum();
    }

    @Override
    public double oldestUnacknowledgedSeconds(AlertKind kind, Instant now) {
        return oldestSeconds(count -> count.kind().equals(kind.name()), Count::oldestUnacknowledged, now);
    }

    @Override
    public double oldestUntoldSeconds(Instant now) {
        return oldestSeconds(count -> !count.kind().equals(AlertKind.OPERATIONS.name()), Count::oldestUntold, now);
    }

    private double oldestSeconds(Predicate<Count> wanted, Function<Count, @Nullable Instant> since, Instant now) {
        List<Count> current = current();
        return current == null
                ? Double.NaN
                : current.stream()
                        .filter(wanted)
                        .flatMap(count -> Stream.ofNullable(since.apply(count)))
                        .mapToDouble(instant ->
                                Math.max(0, Duration.between(instant, now).toMillis() / 1000.0))
                        .max()
                        .orElse(0);
    }

    private synchronized @Nullable List<Count> current() {
        long now = nanos.getAsLong();
        if (now - countedAt >= FRESH.toNanos()) {
            countedAt = now;
            counts = ask();
        }
        return counts;
    }

    private @Nullable List<Count> ask() {
        try {
            return jdbc.sql("""
                            select kind, count(*) as open,
                                   min(raised_at) filter (where state = 'NOTIFYING') as oldest_unacknowledged,
                                   min(raised_at) filter (where state = 'NOTIFYING' and delivered_at is null) as oldest_untold
                            from alert where state <> 'CLOSED' group by kind
                            """).query(Count::of).list();
        } catch (DataAccessException e) {
            return null;
        }
    }

    private record Count(
            String kind,
            int open,
            @Nullable Instant oldestUnacknowledged,
            @Nullable Instant oldestUntold) {

        static Count of(ResultSet row, int index) throws SQLException {
            return new Count(
                    row.getString("kind"),
                    row.getInt("open"),
                    SqlTimes.optional(row, "oldest_unacknowledged"),
                    SqlTimes.optional(row, "oldest_untold"));
        }
    }
}
