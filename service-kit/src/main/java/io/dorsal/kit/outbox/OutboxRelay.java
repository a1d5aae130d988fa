package io.dorsal.kit.outbox;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.Delivery;
import io.dorsal.kit.messaging.Delivery.Acknowledged;
import io.dorsal.kit.messaging.Delivery.NotTried;
import io.dorsal.kit.messaging.Delivery.Refused;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.tracing.TraceContext;
import io.dorsal.kit.tracing.TraceHeader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Relays the outbox to the broker in the order of its rows: one instance at a time, a row deleted only after the broker
 * has acknowledged it. A crash in between sends again what was sent; readers guard by version.
 *
 * <p>A row that the broker does not take is set aside with its reason, and told as an error; those behind it go out. Where
 * its topic is missing or closed to us, it is tried again every minute.
 */
final class OutboxRelay implements BackgroundLoop.Round {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long LOCK = 0x0D0257A1L;

    /** Another instance's events are found by looking; our own wake the relay at once. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Longer than any answer of the broker is awaited. An instance that hangs keeps the others from relaying no longer. */
    private static final int TRANSACTION_SECONDS = 30;

    private static final String LIMIT_IDLING =
            "set local idle_in_transaction_session_timeout = '" + TRANSACTION_SECONDS + "s'";
    private static final String TAKE_LOCK = "select pg_try_advisory_xact_lock(?)";
    private static final String WAITING = """
            select id, topic, record_key, value, traceparent from outbox
            where set_aside_at is null or try_again_at <= now()
            order by id limit\s""" + BATCH;
    private static final String DELETE = "delete from outbox where id = ?";
    private static final String SET_ASIDE = """
            update outbox
            set set_aside_at = now(), reason = ?, try_again_at = case when ? then null else now() + interval '1 minute' end
            where id = ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final EventPublisher publisher;
    private final OutboxMetrics metrics;

    OutboxRelay(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            EventPublisher publisher,
            OutboxMetrics metrics) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.transactions.setTimeout(TRANSACTION_SECONDS);
        this.publisher = publisher;
        this.metrics = metrics;
    }

    @Override
    public Next run() {
        Integer relayed = transactions.execute(status -> relayBatch());
        return relayed != null && relayed == BATCH ? Next.atOnce() : Next.after(LOOK_EVERY);
    }

    private int relayBatch() {
        jdbc.execute(LIMIT_IDLING);
        if (!Boolean.TRUE.equals(jdbc.queryForObject(TAKE_LOCK, Boolean.class, LOCK))) {
            return 0;
        }
        List<Row> rows = jdbc.query(WAITING, (row, index) -> Row.of(row));
        settle(rows, publisher.tryToSend(rows.stream().map(Row::record).toList()));
        return rows.size();
    }

    private void settle(List<Row> rows, List<Delivery> deliveries) {
        List<Row> done = new ArrayList<>(rows.size());
        Map<Refused, List<Row>> refused = new LinkedHashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            switch (deliveries.get(index)) {
                case Acknowledged _ -> done.add(row);
                case Refused refusal ->
                    refused.computeIfAbsent(refusal, _ -> new ArrayList<>()).add(row);
                case NotTried _ -> {
                    // It stays where it is, for the next round.
                }
            }
        }
        jdbc.batchUpdate(DELETE, done, BATCH, (sql, row) -> sql.setLong(1, row.id()));
        refused.forEach(this::setAside);
    }

    private void setAside(Refused refusal, List<Row> rows) {
        jdbc.batchUpdate(SET_ASIDE, rows, BATCH, (sql, row) -> {
            sql.setString(1, refusal.reason());
            sql.setBoolean(2, refusal.forGood());
            sql.setLong(3, row.id());
        });
        rows.forEach(row -> metrics.refused(row.record().topic(), refusal.reason()));
        LOG.error(
                "Set aside {} events of the outbox that the broker does not take, {}: {}. {} See the runbook, 'events set aside'.",
                rows.size(),
                refusal.reason(),
                rows.stream().map(Row::toString).toList(),
                refusal.forGood() ? "They are not tried again." : "They are tried again in a minute.");
    }

    private record Row(long id, ProducerRecord<String, byte[]> record) {

        static Row of(ResultSet row) throws SQLException {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(row.getString("topic"), row.getString("record_key"), row.getBytes("value"));
            TraceHeader.put(record, TraceContext.read(row.getString("traceparent")));
            return new Row(row.getLong("id"), record);
        }

        @Override
        public String toString() {
            return "%d for %s".formatted(id, record.topic());
        }
    }
}
