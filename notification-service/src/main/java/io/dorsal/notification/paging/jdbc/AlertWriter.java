package io.dorsal.notification.paging.jdbc;

import io.dorsal.kit.outbox.Outbox;
import io.dorsal.kit.tracing.CurrentTrace;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertState;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Hold;
import io.dorsal.notification.alert.What;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.alert.kafka.AlertEvents;
import io.dorsal.notification.paging.Note;
import io.dorsal.notification.paging.Writes;
import io.dorsal.notification.waking.Bell;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes what a transaction changes, in one order of locks: alerts, then deliveries, the log of changes last. */
final class AlertWriter {

    /** Held from the first change that a transaction logs until its commit: so the log's order is that of commits. */
    private static final long CHANGE_LOG_LOCK = 0x0D0A1E27L;

    private final JdbcTemplate jdbc;
    private final CaseFileRows files;
    private final DeliveryRows deliveries;
    private final Outbox outbox;
    private final Bell deliveriesBell;
    private final Bell changesBell;

    AlertWriter(
            JdbcTemplate jdbc,
            CaseFileRows files,
            DeliveryRows deliveries,
            Outbox outbox,
            Bell deliveriesBell,
            Bell changesBell) {
        this.jdbc = jdbc;
        this.files = files;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.deliveriesBell = deliveriesBell;
        this.changesBell = changesBell;
    }

    void write(Writes writes) {
        files.write(writes.knowledge());
        upsert(lastOfEach(writes.changes()));
        List<AlertId> raised = alertsThat(What.RAISED, writes.changes());
        if (!raised.isEmpty()) {
            deliveries.applyTellings(raised);
        }
        deliveries.plan(writes.deliveries());
        alertsThat(What.ACKNOWLEDGED, writes.changes()).forEach(deliveries::stop);
        alertsThat(What.CLOSED, writes.changes()).forEach(deliveries::stop);
        note(writes.notes());
        tell(writes.changes());
    }

    private static List<AlertId> alertsThat(What what, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.what() == what)
                .map(change -> change.alert().id())
                .toList();
    }

    private static List<Alert> lastOfEach(List<Change> changes) {
        Map<AlertId, Alert> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.alert().id(), change.alert()));
        return List.copyOf(last.values());
    }

    private void upsert(List<Alert> alerts) {
        jdbc.batchUpdate("""
                insert into alert (id, assessment_id, episode, clinic_id, network_id, synthetic, kind, revision, urgency,
                                   rules, headline, received_at, state, next_at, held_by, held_since, contacted_at,
                                   closed_at, closing_outcome, round, step, version, raised_at, delivered_at, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                    clinic_id = excluded.clinic_id, network_id = excluded.network_id, synthetic = excluded.synthetic,
                    kind = excluded.kind, revision = excluded.revision, urgency = excluded.urgency,
                    rules = excluded.rules, headline = excluded.headline, received_at = excluded.received_at,
                    state = excluded.state, next_at = excluded.next_at, held_by = excluded.held_by,
                    held_since = excluded.held_since, contacted_at = excluded.contacted_at,
                    closed_at = excluded.closed_at, closing_outcome = excluded.closing_outcome,
                    round = excluded.round, step = excluded.step, version = excluded.version,
                    delivered_at = excluded.delivered_at
                where alert.version < excluded.version
                """, alerts.stream().map(AlertWriter::parameters).toList());
    }

    private static Object[] parameters(Alert alert) {
        Hold hold = alert.hold().orElse(null);
        AlertState.@Nullable Closed closed = alert.state() instanceof AlertState.Closed end ? end : null;
        Instant contactedAt = alert.state() instanceof AlertState.PatientContacted contacted ? contacted.at() : null;
        return new @Nullable Object[] {
            alert.id().value(),
            alert.assessment() == null ? null : alert.assessment().value(),
            alert.episode(),
            alert.origin().clinicId(),
            alert.origin().networkId(),
            alert.origin().synthetic(),
            alert.cause().kind().name(),
            alert.cause().revision(),
            alert.cause().urgency().name(),
            alert.cause().rules().toArray(String[]::new),
            alert.cause().headline(),
            SqlTimes.of(alert.cause().receivedAt()),
            alert.state().name().name(),
            SqlTimes.of(alert.nextAt().orElse(null)),
            hold == null ? null : hold.by(),
            SqlTimes.of(hold == null ? null : hold.since()),
            SqlTimes.of(contactedAt),
            SqlTimes.of(closed == null ? null : closed.at()),
            closed == null ? null : closed.outcome().name(),
            alert.turn().round(),
            alert.turn().step(),
            alert.version(),
            SqlTimes.of(alert.raisedAt()),
            SqlTimes.of(alert.deliveredAt()),
            CurrentTrace.of(AlertEvents.key(alert).toString()).traceparent()
        };
    }

    private void note(List<Note> notes) {
        jdbc.batchUpdate(
                "insert into timeline (alert_id, at, what, actor, detail) values (?, ?, ?, ?, ?)",
                notes.stream()
                        .map(note -> new Object[] {
                            note.alert().value(), SqlTimes.of(note.at()), note.what(), Change.SERVICE, note.detail()
                        })
                        .toList());
    }

    private void tell(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into timeline (alert_id, at, what, actor, revision, urgency, round, step)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                changes.stream()
                        .map(change -> new Object[] {
                            change.alert().id().value(),
                            SqlTimes.of(change.at()),
                            change.what().name(),
                            change.actor(),
                            change.alert().cause().revision(),
                            change.alert().cause().urgency().name(),
                            change.alert().turn().round(),
                            change.alert().turn().step()
                        })
                        .toList());
        outbox.append(changes.stream().map(AlertEvents::of).toList());
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, CHANGE_LOG_LOCK);
        jdbc.batchUpdate(
                "insert into alert_change (alert_id, what) values (?, ?)",
                changes.stream()
                        .map(change -> new Object[] {
                            change.alert().id().value(), change.what().name()
                        })
                        .toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliveriesBell.ring();
                changesBell.ring();
            }
        });
    }
}
