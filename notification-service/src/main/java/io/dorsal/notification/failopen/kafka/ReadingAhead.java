package io.dorsal.notification.failopen.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.kafka.DecidedEvents;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.failopen.FailingOpen;
import io.dorsal.notification.paging.Reconciling;
import io.dorsal.notification.paging.TakenOffsets;
import io.dorsal.notification.paging.kafka.ParkedRecordReader;
import io.dorsal.notification.waking.RepeatedFailure;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads what the listeners cannot store. A listener whose batch waits for the database polls nothing further, so an
 * emergency behind that batch would wait as long as the outage lasts. Once the database has been unusable for
 * {@link DatabaseWatch#PATIENCE}, this reads the listeners' partitions with a consumer of its own, from what they have
 * stored on, and has the emergencies told. It commits nothing: when the database is back, the listeners store them all.
 */
final class ReadingAhead implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAhead.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final RepeatedFailure reading = new RepeatedFailure(LOG, "Reading ahead of the database");
    private final DatabaseWatch watch;
    private final OwnedPartitions owned;
    private final CommittedOffsets committed;
    private final TakenOffsets taken;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EventCodec<UrgencyDecided> decisions;
    private final ParkedRecordReader parkedRecords;
    private final FailingOpen failingOpen;
    private final Reconciling reconciling;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    ReadingAhead(
            DatabaseWatch watch,
            OwnedPartitions owned,
            CommittedOffsets committed,
            TakenOffsets taken,
            Supplier<Consumer<String, byte[]>> consumers,
            EventCodec<UrgencyDecided> decisions,
            ParkedRecordReader parkedRecords,
            FailingOpen failingOpen,
            Reconciling reconciling) {
        this.watch = watch;
        this.owned = owned;
        this.committed = committed;
        this.taken = taken;
        this.consumers = consumers;
        this.decisions = decisions;
        this.parkedRecords = parkedRecords;
        this.failingOpen = failingOpen;
        this.reconciling = reconciling;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("reading-ahead").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                if (watch.isUnusable()) {
                    readAhead();
                } else if (failingOpen.isUnreconciled()) {
                    reconciling.reconcile();
                }
                reading.worked();
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                reading.failed(e);
                pauseAfterFailure();
            }
        }
    }

    private void readAhead() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            Set<TopicPartition> assigned = Set.of();
            while (running && watch.isUnusable()) {
                Set<TopicPartition> current = owned.current();
                if (!current.equals(assigned)) {
                    assign(consumer, current, assigned);
                    assigned = current;
                }
                if (assigned.isEmpty()) {
                    Thread.sleep(LOOK_EVERY);
                } else {
                    consumer.poll(LOOK_EVERY).forEach(this::tell);
                }
            }
        }
    }

    private void assign(Consumer<String, byte[]> consumer, Set<TopicPartition> current, Set<TopicPartition> before)
            throws InterruptedException {
        Map<TopicPartition, Long> next = committed.next();
        Set<TopicPartition> added = new HashSet<>(current);
        added.removeAll(before);
        consumer.assign(current);
        for (TopicPartition partition : added) {
            long ofGroup = next.getOrDefault(partition, 0L);
            long ofThis = taken.next(partition.topic(), partition.partition()).orElse(0L);
            if (Math.max(ofGroup, ofThis) == 0L) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, Math.max(ofGroup, ofThis));
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topics.EMERGENCIES.name())) {
                tellOfDecision(record);
            } else if (parkedRecords.reads(record.topic())) {
                failingOpen.tell(parkedRecords.read(record));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "The record {}-{}@{} could not be told of without the database: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    FailureTrace.of(e));
        }
    }

    private void tellOfDecision(ConsumerRecord<String, byte[]> record) {
        switch (decisions.decode(record.value())) {
            case Decoding.Decoded<UrgencyDecided>(UrgencyDecided event) ->
                failingOpen.tell(DecidedEvents.toDomain(event));
            case Decoding.Undecodable<UrgencyDecided>(Decoding.Defect defect) ->
                failingOpen.tell(parkedRecords.unreadableEmergency(record, defect.name()));
        }
    }

    private void pauseAfterFailure() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false; // no interrupt: it would break the consumer off while it closes
        try {
            thread.join(PAUSE_AFTER_FAILURE.multipliedBy(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
