package io.dorsal.notification.paging.jdbc;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Lane;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.PlannedDelivery;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of deliveries, and of those made while the database was away. */
final class DeliveryRows {

    private static final String PRIORITY =
            "case a.kind when 'EMERGENCY' then 0 when 'POSSIBLE_EMERGENCY' then 1 else 2 end";

    private final JdbcTemplate jdbc;

    DeliveryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void plan(List<PlannedDelivery> deliveries) {
        jdbc.batchUpdate("""
                insert into delivery (id, alert_id, round, step, contact_id, channel, lane, priority, state, due_at,
                                      kind, clinic_id, urgency, headline)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """, deliveries.stream().map(DeliveryRows::insertion).toList());
        // What could not be delivered until now is repeated by the new one: a channel that comes back says it once.
        jdbc.batchUpdate(
                """
                update delivery set state = 'SUPERSEDED'
                where alert_id = ? and contact_id = ? and channel = ? and state = 'OPEN' and id <> ?
                  and (claimed_until is null or claimed_until < now())
                """,
                deliveries.stream()
                        .map(delivery -> new Object[] {
                            delivery.message().alert().value(),
                            delivery.contactId(),
                            delivery.channel().name(),
                            delivery.message().delivery().value()
                        })
                        .toList());
    }

    private static @Nullable Object[] insertion(PlannedDelivery delivery) {
        Message message = delivery.message();
        return new @Nullable Object[] {
            message.delivery().value(),
            message.alert().value(),
            delivery.turn().round(),
            delivery.turn().step(),
            delivery.contactId(),
            delivery.channel().name(),
            Lane.of(message.kind()).name(),
            priority(message.kind()),
            SqlTimes.of(delivery.dueAt()),
            message.kind().name(),
            message.clinicId(),
            message.urgency().name(),
            message.headline()
        };
    }

    /** Nothing of the alert is claimed from the commit on; an attempt under way may finish. */
    void stop(AlertId alert) {
        jdbc.update("update delivery set state = 'STOPPED' where alert_id = ? and state = 'OPEN'", alert.value());
    }

    void takeOver(List<Telling> tellings) {
        jdbc.batchUpdate(
                """
                insert into told_without_database (delivery_id, alert_id, round, step, contact_id, channel, raised_at,
                                                   accepted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (delivery_id) do update set accepted_at = excluded.accepted_at
                where told_without_database.accepted_at is null
                """,
                tellings.stream()
                        .map(telling -> new Object[] {
                            telling.delivery().value(),
                            telling.alert().value(),
                            telling.turn().round(),
                            telling.turn().step(),
                            telling.contactId(),
                            telling.channel().name(),
                            SqlTimes.of(telling.raisedAt()),
                            SqlTimes.of(telling.acceptedAt())
                        })
                        .toList());
    }

    /** Marks what was told as made, for those of the alerts that exist. One still under way counts as claimed. */
    void applyTellings(Collection<AlertId> alerts) {
        UUID[] ids = ids(alerts);
        jdbc.update("""
                insert into delivery (id, alert_id, round, step, contact_id, channel, lane, priority, state, due_at,
                                      claimed_until, attempts, sent_at, kind, clinic_id, urgency, headline)
                select t.delivery_id, t.alert_id, t.round, t.step, t.contact_id, t.channel,
                       case a.kind when 'OPERATIONS' then 'PLATFORM' else 'PATIENTS' end, %s,
                       case when t.accepted_at is not null then 'SENT' when a.state = 'NOTIFYING' then 'OPEN' else 'STOPPED' end,
                       t.raised_at, case when t.accepted_at is null then now() + interval '%d seconds' end, 1, t.accepted_at,
                       a.kind, a.clinic_id, a.urgency, a.headline
                from told_without_database t join alert a on a.id = t.alert_id
                where t.alert_id = any(?)
                on conflict (id) do update
                set state = excluded.state, claimed_until = excluded.claimed_until, sent_at = excluded.sent_at
                where delivery.state = 'OPEN'
                """.formatted(PRIORITY, PostgresDeliveryQueue.LEASE_SECONDS), (Object) ids);
        jdbc.update("""
                insert into timeline (alert_id, at, what, actor, round, step, delivery_id, contact_id, channel, outcome, detail)
                select t.alert_id, t.accepted_at, 'ATTEMPT', 'notification-service', t.round, t.step, t.delivery_id, t.contact_id, t.channel,
                       'ACCEPTED', 'told while the database was away'
                from told_without_database t join alert a on a.id = t.alert_id
                where t.alert_id = any(?) and t.accepted_at is not null
                  and not exists (select from timeline l where l.delivery_id = t.delivery_id and l.outcome = 'ACCEPTED')
                """, (Object) ids);
    }

    List<Telling> tellingsOf(Collection<AlertId> alerts) {
        return jdbc.query(
                "select * from told_without_database where alert_id = any(?) order by raised_at, delivery_id",
                DeliveryRows::telling,
                (Object) ids(alerts));
    }

    private static Telling telling(ResultSet row, int index) throws SQLException {
        return new Telling(
                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                new AlertId(row.getObject("alert_id", UUID.class)),
                new Turn(row.getInt("round"), row.getInt("step")),
                row.getString("contact_id"),
                ChannelKind.valueOf(row.getString("channel")),
                SqlTimes.required(row, "raised_at"),
                SqlTimes.optional(row, "accepted_at"));
    }

    private static int priority(AlertKind kind) {
        return switch (kind) {
            case EMERGENCY -> 0;
            case POSSIBLE_EMERGENCY -> 1;
            case OPERATIONS -> 2;
        };
    }

    static UUID[] ids(Collection<AlertId> alerts) {
        return alerts.stream().map(AlertId::value).distinct().sorted().toArray(UUID[]::new);
    }
}
