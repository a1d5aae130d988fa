package io.dorsal.intake.outcome.jdbc;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.outcome.OutcomeQueue;
import io.dorsal.intake.outcome.ReceiverId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queue as a table of which claims skip what others hold. */
final class PostgresOutcomeQueue implements OutcomeQueue {

    private static final int MOST_COUNTED = 100_000;

    private static final String BEGIN = """
            insert into webhook_clinic (clinic_id, since) select clinic, ? from unnest(?) as clinic on conflict do nothing
            """;

    private static final String CLAIM = """
            with due as materialized (
                select waiting.webhook_id
                from unnest(?) as clinic
                cross join lateral (
                    select webhook_id from webhook_delivery
                    where clinic_id = clinic and ended_at is null and due_at <= ?
                    order by priority, due_at
                    limit ?
                    for update skip locked) as waiting)
            update webhook_delivery as delivery set attempts = delivery.attempts + 1, due_at = ?
            from due where delivery.webhook_id = due.webhook_id
            returning delivery.webhook_id, delivery.clinic_id, delivery.attempts, delivery.body
            """;

    private static final String RECORD = """
            update webhook_delivery
            set due_at = coalesce(?, due_at), ended_at = ?, body = case when ?::timestamptz is null then body end
            where webhook_id = ? and ended_at is null
            """;

    private static final String GIVE_UP = """
            update webhook_delivery set ended_at = ?, body = null where ended_at is null and enqueued_at < ?
            """;

    private static final String WAITING = """
            select count(*) as waiting, min(enqueued_at) as since
            from (select enqueued_at from webhook_delivery
                  where ended_at is null and clinic_id = any(?)
                  order by enqueued_at limit ?) as waiting
            """;

    private static final String GONE = """
            insert into webhook_gone (clinic_id, address_hash, since) values (?, ?, ?) on conflict do nothing
            """;

    private final Database database;

    PostgresOutcomeQueue(Database database) {
        this.database = database;
    }

    @Override
    public void begin(Collection<String> clinics, Instant now) {
        database.execute(jdbc -> jdbc.update(BEGIN, statement -> {
            statement.setObject(1, time(now));
            setTexts(statement, 2, clinics);
        }));
    }

    @Override
    public List<Claim> claim(Collection<String> clinics, int ofEach, Instant now, Instant leaseEnds) {
        return database.write(jdbc -> jdbc.query(
                CLAIM,
                statement -> {
                    setTexts(statement, 1, clinics);
                    statement.setObject(2, time(now));
                    statement.setInt(3, ofEach);
                    statement.setObject(4, time(leaseEnds));
                },
                PostgresOutcomeQueue::claim));
    }

    @Override
    public void record(List<Result> results, Instant now) {
        database.write(jdbc -> jdbc.batchUpdate(
                RECORD, results.stream().map(result -> row(result, now)).toList()));
    }

    private static Object[] row(Result result, Instant now) {
        OffsetDateTime next = result.nextAt() == null ? null : time(result.nextAt());
        OffsetDateTime ended = result.nextAt() == null ? time(now) : null;
        return new Object[] {next, ended, ended, result.id()};
    }

    @Override
    public int keepHouse(Instant enqueuedBefore, Instant endedBefore, Instant now) {
        return database.write(jdbc -> {
            jdbc.update("delete from webhook_delivery where ended_at < ?", time(endedBefore));
            return jdbc.update(GIVE_UP, time(now), time(enqueuedBefore));
        });
    }

    @Override
    public Waiting waiting(Collection<String> clinics) {
        return database.execute(jdbc -> jdbc.query(
                        WAITING,
                        statement -> {
                            setTexts(statement, 1, clinics);
                            statement.setInt(2, MOST_COUNTED);
                        },
                        PostgresOutcomeQueue::waiting))
                .getFirst();
    }

    @Override
    public boolean markGone(ReceiverId receiver, Instant now) {
        return database.write(jdbc -> jdbc.update(GONE, receiver.clinicId(), receiver.addressHash(), time(now))) > 0;
    }

    @Override
    public Set<ReceiverId> gone() {
        return Set.copyOf(database.execute(jdbc -> jdbc.query(
                "select clinic_id, address_hash from webhook_gone",
                (row, index) -> new ReceiverId(row.getString("clinic_id"), row.getString("address_hash")))));
    }

    private static Claim claim(ResultSet row, int index) throws SQLException {
        return new Claim(
                row.getObject("webhook_id", UUID.class),
                row.getString("clinic_id"),
                row.getInt("attempts"),
                row.getString("body"));
    }

    private static Waiting waiting(ResultSet row, int index) throws SQLException {
        return new Waiting(
                row.getLong("waiting"),
                Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static void setTexts(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
