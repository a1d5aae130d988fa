package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.forecast.Expected;
import io.dorsal.referral.forecast.Flow;
import io.dorsal.referral.forecast.Forecast;
import io.dorsal.referral.forecast.Forecasts;
import io.dorsal.referral.forecast.HourOfWeek;
import io.dorsal.referral.forecast.Waiting;
import io.dorsal.referral.forecast.WeeklyRates;
import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.lifecycle.jdbc.ReferralRows;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Forecasts by what came into a queue and left it in the last eight weeks, counted by the hour of the week. */
@Repository
class PostgresForecasts implements Forecasts {

    private static final Duration LEARNT_FROM = Duration.ofDays(56);

    /** Whoever is behind so many is not forecast. */
    private static final int MOST_WAITING = 10_000;

    private static final String OF_QUEUE = "referral.queue = :queue and not referral.synthetic and " + Tenancy.STAFF;

    private static final String WAITING = "select * from referral where is_open and " + OF_QUEUE
            + " order by urgency, due_at, referral_id limit :most";

    private static final String LEFT = """
            select extract(isodow from referral_change.changed_at at time zone :zone)::int as day,
                extract(hour from referral_change.changed_at at time zone :zone)::int as hour, null as urgency, count(*) as count
            from referral_change join referral using (referral_id)
            where to_state = any(:closed) and referral_change.changed_at >= :from
                and referral_change.changed_at < :until and %s
            group by 1, 2
            """.formatted(OF_QUEUE);

    private static final String CAME = """
            select extract(isodow from routed_at at time zone :zone)::int as day,
                extract(hour from routed_at at time zone :zone)::int as hour, urgency, count(*) as count
            from referral where routed_at >= :from and routed_at < :until and %s
            group by 1, 2, 3
            """.formatted(OF_QUEUE);

    private final ReadingDatabase database;
    private final ZoneId zone;

    PostgresForecasts(ReadingDatabase database, @Value("${referral.forecast.time-zone}") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    @Override
    public List<Expected> of(Queue queue, Visibility visibility, Instant now) {
        return database.read(jdbc -> {
            List<Waiting> waiting = asked(jdbc, WAITING, queue, visibility)
                    .param("most", MOST_WAITING)
                    .query(ReferralRows::read)
                    .list()
                    .stream()
                    .map(PostgresForecasts::waiting)
                    .toList();
            List<Counted> left = counted(asked(jdbc, LEFT, queue, visibility).param("closed", closed()), now);
            List<Counted> came = counted(asked(jdbc, CAME, queue, visibility), now);
            return Forecast.of(waiting, flow(left, came, now), now);
        });
    }

    private static StatementSpec asked(JdbcClient jdbc, String statement, Queue queue, Visibility visibility) {
        return Tenancy.within(visibility, jdbc.sql(statement)).param("queue", queue.name());
    }

    private List<Counted> counted(StatementSpec statement, Instant now) {
        return statement
                .param("zone", zone.getId())
                .param("from", now.minus(LEARNT_FROM).atOffset(ZoneOffset.UTC))
                .param("until", now.atOffset(ZoneOffset.UTC))
                .query(PostgresForecasts::counted)
                .list();
    }

    private static SqlArrayValue closed() {
        return new SqlArrayValue(
                "text",
                Arrays.stream(StateName.values())
                        .filter(state -> !state.isOpen())
                        .map(Enum::name)
                        .toArray());
    }

    private Flow flow(List<Counted> left, List<Counted> came, Instant now) {
        Map<Urgency, WeeklyRates> coming = new EnumMap<>(Urgency.class);
        came.stream()
                .collect(Collectors.groupingBy(one -> Urgency.valueOf(String.valueOf(one.urgency()))))
                .forEach((urgency, counts) -> coming.put(urgency, rates(counts, now)));
        return new Flow(rates(left, now), coming);
    }

    private WeeklyRates rates(List<Counted> counts, Instant now) {
        return new WeeklyRates(
                counts.stream().collect(Collectors.toMap(Counted::hour, Counted::count)),
                now.minus(LEARNT_FROM),
                now,
                zone);
    }

    /** An emergency is in time once it is accepted, which says nothing of when it leaves. */
    private static Waiting waiting(Referral referral) {
        return new Waiting(
                referral.id(),
                referral.urgency(),
                referral.urgency() == Urgency.EMERGENCY ? null : referral.dueAt(),
                referral.state() instanceof ReferralState.Scheduled scheduled ? scheduled.appointmentAt() : null);
    }

    private static Counted counted(ResultSet row, int index) throws SQLException {
        return new Counted(
                new HourOfWeek(DayOfWeek.of(row.getInt("day")), row.getInt("hour")),
                row.getString("urgency"),
                row.getLong("count"));
    }

    private record Counted(HourOfWeek hour, @Nullable String urgency, long count) {}
}
