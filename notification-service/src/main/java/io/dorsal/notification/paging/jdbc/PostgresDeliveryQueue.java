package io.dorsal.notification.paging.jdbc;

import io.dorsal.kit.tracing.TraceContext;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.alert.jdbc.AlertRows;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.delivery.Attempt;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.DeliveryQueue;
import io.dorsal.notification.delivery.Lane;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.Writes;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deliveries as a queue in PostgreSQL. Leases run by the database's clock, which all instances share.
 *
 * <p>An acknowledgement stops the open deliveries of its alert within its transaction. A claim locks the rows that it
 * takes and skips those that are locked: so each claim commits before the acknowledgement, or finds nothing to claim.
 */
final class PostgresDeliveryQueue implements DeliveryQueue {

    /** Longer than any attempt lasts. */
    static final int LEASE_SECONDS = 30;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final AlertWriter writer;
    private final AttemptLog log;
    private final Milestones milestones;
    private final DatabaseWatch watch;

    PostgresDeliveryQueue(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            AlertWriter writer,
            Milestones milestones,
            DatabaseWatch watch) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.writer = writer;
        this.log = new AttemptLog(jdbc);
        this.milestones = milestones;
        this.watch = watch;
    }

    @Override
    public List<Claim> claim(ChannelKind channel, Lane lane, int atMost, Instant now) {
        List<Claim> claims = new ArrayList<>();
        // What waits here was raised, and nobody is told of it.
        watch.attempt("claims-%s-%s".formatted(channel, lane), () -> claims.addAll(due(channel, lane, atMost, now)));
        return claims;
    }

    private List<Claim> due(ChannelKind channel, Lane lane, int atMost, Instant now) {
        return jdbc.query(
                """
                with due as (
                    select id from delivery
                    where channel = ? and lane = ? and state = 'OPEN' and due_at <= ?
                      and (claimed_until is null or claimed_until < now())
                    order by priority, due_at limit ?
                    for update skip locked)
                update delivery d set claimed_until = now() + interval '%d seconds', attempts = d.attempts + 1
                from due, alert a
                where d.id = due.id and a.id = d.alert_id
                returning d.*, a.raised_at, a.traceparent
                """.formatted(LEASE_SECONDS),
                PostgresDeliveryQueue::claim,
                channel.name(),
                lane.name(),
                SqlTimes.of(now),
                atMost);
    }

    private static Claim claim(ResultSet row, int index) throws SQLException {
        Turn turn = new Turn(row.getInt("round"), row.getInt("step"));
        Message message = new Message(
                new DeliveryId(row.getObject("id", UUID.class)),
                new AlertId(row.getObject("alert_id", UUID.class)),
                AlertKind.valueOf(row.getString("kind")),
                turn.isNotice(),
                row.getString("clinic_id"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("headline"),
                SqlTimes.required(row, "raised_at"),
                TraceContext.read(row.getString("traceparent")));
        return new Claim(
                message,
                turn,
                row.getString("contact_id"),
                ChannelKind.valueOf(row.getString("channel")),
                row.getInt("attempts"));
    }

    @Override
    public void record(Attempt attempt) {
        Optional<Change> first = Optional.ofNullable(transactions.execute(status -> recordInTransaction(attempt)))
                .flatMap(change -> change);
        first.ifPresent(milestones::delivered);
    }

    private Optional<Change> recordInTransaction(Attempt attempt) {
        UUID delivery = attempt.claim().message().delivery().value();
        boolean accepted = attempt.outcome() instanceof Outcome.Accepted;
        Optional<Change> first = accepted ? firstDeliveryOf(attempt) : Optional.empty();
        String before =
                jdbc.queryForObject("select state from delivery where id = ? for update", String.class, delivery);
        if (accepted) {
            jdbc.update(
                    "update delivery set state = 'SENT', sent_at = ?, claimed_until = null where id = ?",
                    SqlTimes.of(attempt.endedAt()),
                    delivery);
        } else if (attempt.outcome() instanceof Outcome.Gone) {
            jdbc.update("update delivery set state = 'GONE' where id = ? and state = 'OPEN'", delivery);
        } else {
            jdbc.update(
                    "update delivery set due_at = ?, claimed_until = null where id = ? and state = 'OPEN'",
                    SqlTimes.of(attempt.endedAt().plus(attempt.pauseBeforeNext())),
                    delivery);
        }
        log.write(attempt, "STOPPED".equals(before));
        first.ifPresent(change -> writer.write(Writes.of(change)));
        return first;
    }

    /** Locks the alert before its delivery, as everybody does. */
    private Optional<Change> firstDeliveryOf(Attempt attempt) {
        return jdbc
                .query(
                        "select * from alert where id = ? and delivered_at is null for update",
                        AlertRows::alert,
                        attempt.claim().message().alert().value())
                .stream()
                .findFirst()
                .flatMap((Alert alert) -> alert.delivered(attempt.endedAt()));
    }
}
