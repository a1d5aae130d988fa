package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.QueueWaits;
import io.dorsal.referral.worklist.QueueWaits.Band;
import io.dorsal.referral.worklist.QueueWaits.Wait;
import io.dorsal.referral.worklist.Waits;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Reads how long those have waited who are in a queue now: of what is open, never of all history. */
@Repository
class PostgresWaits implements Waits {

    /** What is routed by a clock ahead of ours has not waited at all. */
    private static final String OPEN = """
            with waiting as (
                select urgency, greatest(extract(epoch from :now - routed_at), 0)::bigint as seconds
                from referral where queue = :queue and is_open and not synthetic and\s""" + Tenancy.STAFF + ")";

    private static final String BANDS = OPEN + """
             select urgency, width_bucket(seconds, :bounds) as band, count(*) as count from waiting group by 1, 2
            """;

    /** The rows of each urgency, and one of all, whose urgency is null. */
    private static final String WAITS = OPEN + """
             select urgency, count(*) as count, max(seconds) as longest,
                percentile_disc(0.5) within group (order by seconds desc) as median
            from waiting group by rollup (urgency)
            """;

    private final ReadingDatabase database;

    PostgresWaits(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public QueueWaits of(Queue queue, Visibility visibility, Instant now) {
        return database.read(jdbc -> {
            List<Counted> counted = asked(jdbc, BANDS, queue, visibility, now)
                    .param(
                            "bounds",
                            new SqlArrayValue(
                                    "bigint",
                                    QueueWaits.BOUNDS.stream()
                                            .map(Duration::toSeconds)
                                            .toArray()))
                    .query(PostgresWaits::counted)
                    .list();
            List<Waited> waited = asked(jdbc, WAITS, queue, visibility, now)
                    .query(PostgresWaits::waited)
                    .list();
            return new QueueWaits(queue, bands(counted), byUrgency(waited), together(waited));
        });
    }

    private static StatementSpec asked(
            JdbcClient jdbc, String statement, Queue queue, Visibility visibility, Instant now) {
        return Tenancy.within(visibility, jdbc.sql(statement))
                .param("queue", queue.name())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static List<Band> bands(List<Counted> counted) {
        return IntStream.rangeClosed(0, QueueWaits.BOUNDS.size())
                .mapToObj(number -> Band.numbered(
                        number,
                        counted.stream()
                                .filter(one -> one.band() == number)
                                .collect(Collectors.toMap(Counted::urgency, Counted::count))))
                .toList();
    }

    private static Map<Urgency, Wait> byUrgency(List<Waited> waited) {
        Map<Urgency, Wait> byUrgency = new EnumMap<>(Urgency.class);
        waited.stream()
                .filter(one -> one.urgency() != null)
                .forEach(one -> byUrgency.put(Objects.requireNonNull(one.urgency()), one.waiting()));
        return byUrgency;
    }

    private static @Nullable Wait together(List<Waited> waited) {
        return waited.stream()
                .filter(one -> one.urgency() == null && one.waiting().count() > 0)
                .map(Waited::waiting)
                .findFirst()
                .orElse(null);
    }

    private static Counted counted(ResultSet row, int index) throws SQLException {
        return new Counted(Urgency.valueOf(row.getString("urgency")), row.getInt("band"), row.getInt("count"));
    }

    private static Waited waited(ResultSet row, int index) throws SQLException {
        String urgency = row.getString("urgency");
        return new Waited(
                urgency == null ? null : Urgency.valueOf(urgency),
                new Wait(
                        row.getInt("count"),
                        Duration.ofSeconds(row.getLong("median")),
                        Duration.ofSeconds(row.getLong("longest"))));
    }

    private record Counted(Urgency urgency, int band, int count) {}

    private record Waited(@Nullable Urgency urgency, Wait waiting) {}
}
