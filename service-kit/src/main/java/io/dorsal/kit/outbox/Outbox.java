package io.dorsal.kit.outbox;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.tracing.TraceHeader;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes events within the transaction of their effect; they are relayed after its commit, and never without it.
 *
 * <p>Events of one assessment leave in the order of their transactions, provided that those serialise: lock the row that
 * changes before its event is appended.
 */
public final class Outbox {

    private final JdbcTemplate jdbc;
    private final EventPublisher publisher;
    private final BackgroundLoop relaying;

    Outbox(JdbcTemplate jdbc, EventPublisher publisher, BackgroundLoop relaying) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.relaying = relaying;
    }

    /** How many events wait to be sent; counted no further than this. */
    public int waiting(int atMost) {
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select count(*) from (select 1 from outbox where set_aside_at is null limit ?) as waiting",
                        Integer.class,
                        atMost),
                0);
    }

    /**
     * Appends events to the current transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(List<Outgoing> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events go out with a transaction or not at all");
        }
        if (events.isEmpty()) {
            return;
        }
        List<ProducerRecord<String, byte[]>> records =
                events.stream().map(publisher::encodeForLater).toList();
        jdbc.batchUpdate(
                "insert into outbox (topic, record_key, value, traceparent) values (?, ?, ?, nullif(?, ''))",
                records,
                records.size(),
                (row, record) -> {
                    row.setString(1, record.topic());
                    row.setString(2, record.key());
                    row.setBytes(3, record.value());
                    row.setString(4, TraceHeader.of(record.headers()).traceparent());
                });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relaying.wake();
            }
        });
    }
}
