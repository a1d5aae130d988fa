package io.dorsal.notification.reading.jdbc;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.alert.jdbc.AlertRows;
import io.dorsal.notification.alert.jdbc.SightSql;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.reading.AlertFilter;
import io.dorsal.notification.reading.AlertRead;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.reading.LoggedChange;
import io.dorsal.notification.reading.Position;
import io.dorsal.notification.reading.RevisionRead;
import io.dorsal.notification.reading.TellingRead;
import io.dorsal.notification.reading.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads alerts from the tables that the listeners and workers keep. */
final class PostgresAlertReads implements AlertReads {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DatabaseWatch watch;
    private final Clock clock;

    PostgresAlertReads(JdbcClient jdbc, TransactionTemplate transactions, DatabaseWatch watch, Clock clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Alert> list(AlertFilter filter, Sight sight) {
        watch.requireMigrated();
        String state = filter.state() == null ? "" : " and a.state = :state";
        String after = filter.after() == null ? "" : " and (a.raised_at, a.id) < (:raisedAt, :id)";
        JdbcClient.StatementSpec query = jdbc.sql("select a.* from alert a where " + SightSql.WITHIN + state + after
                        + " order by a.raised_at desc, a.id desc limit :limit")
                .params(SightSql.parameters(sight))
                .param("limit", filter.limit() + 1);
        if (filter.state() != null) {
            query = query.param("state", filter.state().name());
        }
        Position position = filter.after();
        if (position != null) {
            query = query.param("raisedAt", SqlTimes.of(position.raisedAt())).param("id", position.alert());
        }
        return query.query(AlertRows::alert).list();
    }

    @Override
    public Optional<AlertRead> read(AlertId id, Sight sight) {
        watch.requireMigrated();
        return Objects.requireNonNull(transactions.execute(
                status -> jdbc.sql("select a.* from alert a where a.id = :id and " + SightSql.WITHIN)
                        .param("id", id.value())
                        .params(SightSql.parameters(sight))
                        .query(AlertRows::alert)
                        .optional()
                        .map(alert -> read(alert, sight))));
    }

    private AlertRead read(Alert alert, Sight sight) {
        jdbc.sql("insert into alert_read (alert_id, reader, read_at) values (:alert, :reader, :at)")
                .param("alert", alert.id().value())
                .param("reader", sight.subject())
                .param("at", SqlTimes.of(clock.instant()))
                .update();
        AssessmentId assessment = alert.assessment();
        Optional<Patient> patient = assessment == null ? Optional.empty() : patient(assessment, sight);
        return new AlertRead(
                alert,
                alert.origin().clinicId().isEmpty()
                        ? patient.map(Patient::clinicId).orElse("")
                        : alert.origin().clinicId(),
                patient.map(Patient::reference).orElse(null),
                assessment == null ? List.of() : revisions(assessment, sight),
                timeline(alert.id()));
    }

    /**
     * The reference goes to those who serve the clinic's network, also where the alert itself could not tell which. Of two
     * under one revision, it is that of the body whose decision counts.
     */
    private Optional<Patient> patient(AssessmentId assessment, Sight sight) {
        return jdbc.sql("select p.clinic_id, p.patient_reference from patient_reference p"
                        + " left join decided d on d.assessment_id = p.assessment_id and d.revision = p.revision and d.counts"
                        + " where p.assessment_id = :id and " + SightSql.PATIENT_WITHIN
                        + " order by p.revision desc, d.received_at = p.received_at desc nulls last, p.received_at desc"
                        + " limit 1")
                .param("id", assessment.value())
                .params(SightSql.parameters(sight))
                .query((row, index) -> new Patient(row.getString("clinic_id"), row.getString("patient_reference")))
                .optional();
    }

    /** Findings hold answers of the patient, and go to the same people as the reference. */
    private List<RevisionRead> revisions(AssessmentId assessment, Sight sight) {
        return jdbc.sql("select p.revision, p.urgency, p.decided_at, p.explanation from decided p"
                        + " where p.assessment_id = :id and p.counts and " + SightSql.PATIENT_WITHIN
                        + " order by p.revision desc")
                .param("id", assessment.value())
                .params(SightSql.parameters(sight))
                .query((row, index) -> new RevisionRead(
                        row.getInt("revision"),
                        row.getString("urgency"),
                        SqlTimes.required(row, "decided_at"),
                        row.getString("explanation")))
                .list();
    }

    private List<TimelineEntry> timeline(AlertId alert) {
        return jdbc.sql("select * from timeline where alert_id = :id order by id")
                .param("id", alert.value())
                .query(PostgresAlertReads::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                SqlTimes.required(row, "at"),
                row.getString("what"),
                row.getString("actor"),
                number(row, "revision"),
                row.getString("urgency"),
                number(row, "round"),
                number(row, "step"),
                row.getObject("delivery_id", UUID.class),
                row.getString("contact_id"),
                row.getString("channel"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getInt("times") == 1 ? null : row.getInt("times"),
                SqlTimes.optional(row, "last_at"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    @Override
    public List<TellingRead> tellings(Collection<AlertId> ids, Sight sight) {
        watch.requireMigrated();
        return TellingRows.read(jdbc, ids, sight);
    }

    @Override
    public long latestChange() {
        watch.requireMigrated();
        return jdbc.sql("select coalesce(max(seq), 0) from alert_change")
                .query(Long.class)
                .single();
    }

    @Override
    public List<LoggedChange> changesAfter(long number, Sight sight, int atMost) {
        watch.requireMigrated();
        return jdbc.sql("select c.seq, c.what, a.* from alert_change c join alert a on a.id = c.alert_id"
                        + " where c.seq > :number and " + SightSql.WITHIN + " order by c.seq limit :limit")
                .param("number", number)
                .params(SightSql.parameters(sight))
                .param("limit", atMost)
                .query((row, index) ->
                        new LoggedChange(row.getLong("seq"), row.getString("what"), AlertRows.alert(row, index)))
                .list();
    }

    private record Patient(String clinicId, String reference) {

        @Override
        public String toString() {
            return "Patient[of " + clinicId + "]";
        }
    }
}
