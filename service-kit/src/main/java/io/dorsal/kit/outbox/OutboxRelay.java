package io.dorsal.kit.outbox;

import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.FailureTrace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Relays the outbox to the broker in the order of its rows: one instance at a time, a row deleted only after the broker
 * has acknowledged it. A crash in between sends again what was sent; readers guard by version.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long LOCK = 0x0D0257A1L;

    /** Another instance's events are found by looking; our own wake the relay at once. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final EventPublisher publisher;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    OutboxRelay(JdbcTemplate jdbc, TransactionTemplate transactions, EventPublisher publisher) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.publisher = publisher;
    }

    void wake() {
        wakeUps.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                if (relayBatch() < BATCH) {
                    pause(LOOK_EVERY);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Relaying events failed and is tried again: {}", FailureTrace.of(e));
                pauseUnlessStopped();
            }
        }
    }

    private int relayBatch() {
        Integer relayed = transactions.execute(status -> {
            if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
                return 0;
            }
            List<Row> rows = jdbc.query(
                    "select id, topic, record_key, value from outbox order by id limit " + BATCH,
                    (row, index) -> new Row(
                            row.getLong("id"),
                            new ProducerRecord<>(
                                    row.getString("topic"), row.getString("record_key"), row.getBytes("value"))));
            publisher.send(rows.stream().map(Row::record).toList());
            jdbc.batchUpdate("delete from outbox where id = ?", rows, BATCH, (sql, row) -> sql.setLong(1, row.id()));
            return rows.size();
        });
        return relayed == null ? 0 : relayed;
    }

    private void pause(Duration duration) throws InterruptedException {
        if (wakeUps.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private void pauseUnlessStopped() {
        try {
            pause(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the listeners, stopped after them: what they append still leaves. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    private record Row(long id, ProducerRecord<String, byte[]> record) {}
}
