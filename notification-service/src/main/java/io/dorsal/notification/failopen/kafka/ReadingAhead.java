package io.dorsal.notification.failopen.kafka;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.notification.database.DatabaseWatch;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Reads what the listeners cannot store. A listener whose batch waits for the database polls nothing further, so an
 * emergency behind that batch would wait as long as the outage lasts. Once the database has been unusable for a while, this
 * reads the listeners' partitions with a consumer of its own, from what they have stored on, and has the emergencies told.
 * It commits nothing: when the database is back, the listeners store them all.
 */
final class ReadingAhead implements SmartLifecycle {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final DatabaseWatch watch;
    private final OwnedPartitions owned;
    private final StartOffsets start;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EmergenciesAhead emergencies;
    private final BackgroundLoop loop;
    private volatile boolean stopping;

    ReadingAhead(
            DatabaseWatch watch,
            OwnedPartitions owned,
            StartOffsets start,
            Supplier<Consumer<String, byte[]>> consumers,
            EmergenciesAhead emergencies,
            ApplicationEventPublisher events) {
        this.watch = watch;
        this.owned = owned;
        this.start = start;
        this.consumers = consumers;
        this.emergencies = emergencies;
        this.loop = new BackgroundLoop("reading-ahead", events, this::round);
    }

    private Next round() throws InterruptedException {
        if (isNeeded()) {
            readAhead();
        }
        return Next.after(LOOK_EVERY);
    }

    private boolean isNeeded() {
        return !stopping && watch.isUnusable();
    }

    private void readAhead() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            Set<TopicPartition> assigned = Set.of();
            while (isNeeded()) {
                Set<TopicPartition> current = owned.current();
                if (!current.equals(assigned)) {
                    assign(consumer, current, assigned);
                    assigned = current;
                }
                if (assigned.isEmpty()) {
                    Thread.sleep(LOOK_EVERY);
                } else {
                    consumer.poll(LOOK_EVERY).forEach(emergencies::tell);
                }
            }
        }
    }

    private void assign(Consumer<String, byte[]> consumer, Set<TopicPartition> current, Set<TopicPartition> before)
            throws InterruptedException {
        Set<TopicPartition> added = new HashSet<>(current);
        added.removeAll(before);
        consumer.assign(current);
        start.of(added).forEach((partition, offset) -> {
            if (offset == 0L) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        });
    }

    @Override
    public void start() {
        stopping = false;
        loop.start();
    }

    /** The round in progress sees it, and closes its consumer in peace. */
    @Override
    public void stop() {
        stopping = true;
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
