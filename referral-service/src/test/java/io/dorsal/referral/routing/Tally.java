package io.dorsal.referral.routing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts anew what is kept as counts. */
final class Tally {

    private static final String ERRORS = """
            with kept as (
                select queue, network_id, state, urgency, sum(waiting) as waiting, sum(told) as told
                from referral_tally group by 1, 2, 3, 4 having sum(waiting) <> 0 or sum(told) <> 0),
            counted as (
                select queue, network_id, state, urgency, count(*) as waiting,
                    count(*) filter (where is_awaited and breached_at is not null) as told
                from referral where is_open and not synthetic group by 1, 2, 3, 4)
            select coalesce(kept.queue, counted.queue) || ' ' || coalesce(kept::text, 'nothing') || ' is '
                || coalesce(counted::text, 'nothing')
            from kept full join counted using (queue, network_id, state, urgency)
            where (kept.waiting, kept.told) is distinct from (counted.waiting, counted.told)
            """;

    private static final String COUNTED = """
            select queue, count(*) as open, count(*) filter (where urgency = 'URGENT') as urgent,
                count(*) filter (where is_awaited and due_at < :now) as breaches, min(routed_at) as oldest
            from referral where is_open and not synthetic group by queue
            """;

    private Tally() {}

    /** Where the counts differ from what there is; empty where they do not. */
    static List<String> errors(JdbcClient jdbc) {
        return jdbc.sql(ERRORS).query(String.class).list();
    }

    /** Each queue with how many are open, how many of them urgent, how many past due, and the oldest. */
    static List<String> counted(JdbcClient jdbc, Instant now) {
        return jdbc
                .sql(COUNTED)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> "%s %d %d %d %s"
                        .formatted(
                                row.getString("queue"),
                                row.getInt("open"),
                                row.getInt("urgent"),
                                row.getInt("breaches"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
