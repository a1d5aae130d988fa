package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.QueueSummary;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads how queues stand from what is kept of them with each change, so that it takes no longer the more is open. Past due
 * are those that were told to be, those that are and were not told yet, less those that were told and are due later by now.
 */
final class Tallies {

    private static final String STANDING = """
            select queue, network_id, state, urgency, sum(waiting) as waiting, sum(told) as told
            from referral_tally as referral where\s""" + Tenancy.STAFF + """
             group by queue, network_id, state, urgency having sum(waiting) > 0
            """;

    private static final String OLDEST = """
            select standing.queue, min(oldest.routed_at) as oldest
            from (select distinct queue, network_id from (%s) as counted) as standing
            cross join lateral (
                select routed_at from referral
                where queue = standing.queue and network_id = standing.network_id and is_open and not synthetic
                order by routed_at limit 1) as oldest
            group by standing.queue
            """.formatted(STANDING);

    /** By the two indexes of due times first, in which there are few such, and by queue only then: the planner expects more. */
    private static final String UNTOLD = """
            with referral as materialized (
                select queue, network_id, 1 as more from referral
                where is_open and is_awaited and breached_at is null and due_at < :now and not synthetic
                union all
                select queue, network_id, -1 from referral
                where is_open and is_awaited and breached_at is not null and due_at >= :now and not synthetic)
            select queue, sum(more) as more from referral where %s group by queue
            """.formatted(Tenancy.STAFF);

    private final JdbcClient jdbc;
    private final Visibility visibility;

    private Tallies(JdbcClient jdbc, Visibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    /** How the queues stand in which something is open, in one state of the database. */
    static List<QueueSummary> read(JdbcClient jdbc, Visibility visibility, Instant now) {
        return new Tallies(jdbc, visibility).read(now);
    }

    private List<QueueSummary> read(Instant now) {
        Map<Queue, List<Counted>> counted = asked(STANDING).query(Counted::read).list().stream()
                .collect(Collectors.groupingBy(Counted::queue, () -> new EnumMap<>(Queue.class), Collectors.toList()));
        Map<Queue, Instant> oldest = byQueue(
                asked(OLDEST),
                row -> row.getObject("oldest", OffsetDateTime.class).toInstant());
        Map<Queue, Integer> untold =
                byQueue(asked(UNTOLD).param("now", now.atOffset(ZoneOffset.UTC)), row -> row.getInt("more"));
        return counted.entrySet().stream()
                .map(entry -> {
                    Queue queue = entry.getKey();
                    int told = entry.getValue().stream().mapToInt(Counted::told).sum();
                    return new QueueSummary(
                            queue,
                            counts(entry.getValue(), Counted::state),
                            counts(entry.getValue(), Counted::urgency),
                            oldest.get(queue),
                            told + untold.getOrDefault(queue, 0));
                })
                .toList();
    }

    private StatementSpec asked(String statement) {
        return Tenancy.within(visibility, jdbc.sql(statement));
    }

    private static <T> Map<Queue, T> byQueue(StatementSpec statement, Column<T> column) {
        Map<Queue, T> values = new EnumMap<>(Queue.class);
        statement.query(row -> {
            values.put(Queue.valueOf(row.getString("queue")), column.read(row));
        });
        return values;
    }

    private static <K> Map<K, Integer> counts(List<Counted> rows, Function<Counted, K> by) {
        return rows.stream().collect(Collectors.groupingBy(by, Collectors.summingInt(Counted::waiting)));
    }

    private interface Column<T> {

        T read(ResultSet row) throws SQLException;
    }

    private record Counted(Queue queue, StateName state, Urgency urgency, int waiting, int told) {

        static Counted read(ResultSet row, int index) throws SQLException {
            return new Counted(
                    Queue.valueOf(row.getString("queue")),
                    StateName.valueOf(row.getString("state")),
                    Urgency.valueOf(row.getString("urgency")),
                    row.getInt("waiting"),
                    row.getInt("told"));
        }
    }
}
