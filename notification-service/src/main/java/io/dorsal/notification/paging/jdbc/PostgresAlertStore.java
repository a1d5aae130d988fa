package io.dorsal.notification.paging.jdbc;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.alert.jdbc.AlertRows;
import io.dorsal.notification.alert.jdbc.SightSql;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.link.AlertLink;
import io.dorsal.notification.paging.AlertStore;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.paging.Writes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts of this deployment. */
final class PostgresAlertStore implements AlertStore {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final CaseFileRows files;
    private final DeliveryRows deliveries;
    private final AlertWriter writer;

    PostgresAlertStore(JdbcTemplate jdbc, CaseFileRows files, DeliveryRows deliveries, AlertWriter writer) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.files = files;
        this.deliveries = deliveries;
        this.writer = writer;
    }

    @Override
    public Map<AssessmentId, CaseFile> lockFiles(Set<AssessmentId> assessments) {
        return files.lock(assessments);
    }

    @Override
    public Optional<Alert> lock(AlertId id, Sight sight) {
        return client.sql("select a.* from alert a where a.id = :id and " + SightSql.WITHIN + " for update")
                .param("id", id.value())
                .params(SightSql.parameters(sight))
                .query(AlertRows::alert)
                .optional();
    }

    @Override
    public List<Alert> lockDue(Instant now, int atMost) {
        return jdbc.query("""
                select a.* from alert a where a.next_at <= ?
                order by a.next_at limit ? for update skip locked
                """, AlertRows::alert, SqlTimes.of(now), atMost);
    }

    @Override
    public Set<AlertId> known(Collection<AlertId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return ids("select id from alert where id = any(?)", ids);
    }

    @Override
    public boolean isFirstSight(ParkedRecord record, AlertId alert) {
        SourcePosition position = record.position();
        return jdbc.update(
                        """
                        insert into parked_record (topic, partition, record_offset, content, alert_id)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """, position.topic(), position.partition(), position.offset(), record.content(), alert.value())
                == 1;
    }

    @Override
    public boolean isFirstUse(AlertLink link) {
        return jdbc.update(
                        "insert into used_link (delivery_id, alert_id) values (?, ?) on conflict do nothing",
                        link.delivery(),
                        link.alert().value())
                == 1;
    }

    @Override
    public Optional<Origin> originOf(AssessmentId assessment) {
        return client.sql("select clinic_id, network_id from patient_reference where assessment_id = :id"
                        + " order by revision desc, received_at desc limit 1")
                .param("id", assessment.value())
                .query((row, index) -> new Origin(row.getString("clinic_id"), row.getString("network_id"), false))
                .optional();
    }

    @Override
    public void ping() {
        jdbc.queryForObject("select 1", Integer.class);
    }

    @Override
    public List<Alert> takeOver(List<Telling> tellings) {
        if (tellings.isEmpty()) {
            return List.of();
        }
        List<AlertId> told = tellings.stream().map(Telling::alert).distinct().toList();
        List<Alert> alerts = jdbc.query(
                "select a.* from alert a where a.id = any(?) order by a.id for update", AlertRows::alert, (Object)
                        DeliveryRows.ids(told));
        deliveries.takeOver(tellings);
        deliveries.applyTellings(told);
        return alerts;
    }

    @Override
    public Set<AlertId> untold(Collection<AlertId> alerts) {
        return ids("select id from alert where id = any(?) and state = 'NOTIFYING' and delivered_at is null", alerts);
    }

    private Set<AlertId> ids(String sql, Collection<AlertId> among) {
        return Set.copyOf(jdbc.query(
                sql, (row, index) -> new AlertId(row.getObject("id", UUID.class)), (Object) DeliveryRows.ids(among)));
    }

    @Override
    public List<Telling> tellingsOf(Collection<AlertId> alerts) {
        return deliveries.tellingsOf(alerts);
    }

    @Override
    public void write(Writes writes) {
        writer.write(writes);
    }
}
