package io.dorsal.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which partitions a consumer group waits at, because something is away that it needs, and since when. Operators learn it
 * by a gauge, and by a line in the log when the waiting begins, every 30 s while it lasts, and at its end.
 */
final class WaitingPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingPartitions.class);
    private static final Duration TELL_EVERY = Duration.ofSeconds(30);

    private final String group;
    private final Clock clock;
    private final Map<TopicPartition, Instant> since = new ConcurrentHashMap<>();
    private Instant lastTold = Instant.MIN;

    /**
     * @param topics each gets a gauge {@code dorsal.listener.waiting}
     */
    WaitingPartitions(String group, Set<String> topics, MeterRegistry registry, Clock clock) {
        this.group = group;
        this.clock = clock;
        topics.forEach(topic -> TimeGauge.builder(
                        "dorsal.listener.waiting", this, TimeUnit.SECONDS, waiting -> waiting.seconds(topic))
                .description(
                        "How long the longest waiting partition has waited for something that is away; 0 if none does")
                .tags(Tags.of("topic", topic, "group", group))
                .register(registry));
    }

    /** They cannot go on, or still cannot. */
    synchronized void cannotGoOn(Set<TopicPartition> partitions, Exception failure) {
        Instant now = clock.instant();
        partitions.forEach(partition -> since.putIfAbsent(partition, now));
        if (!now.isBefore(lastTold.plus(TELL_EVERY))) {
            LOG.warn(
                    "The group {} waits at {} since {}; nothing is lost, and it goes on by itself: {}",
                    group,
                    partitions,
                    longest(partitions, now),
                    FailureTrace.of(failure));
            lastTold = now;
        }
    }

    /** They went on, or somebody else has them now. */
    synchronized void waitNoMore(Set<TopicPartition> partitions) {
        Instant now = clock.instant();
        Instant began = longest(partitions, now);
        if (since.keySet().removeAll(partitions) && since.isEmpty()) {
            LOG.info(
                    "The group {} no longer waits at {}, after {} s",
                    group,
                    partitions,
                    Duration.between(began, now).toSeconds());
            lastTold = Instant.MIN;
        }
    }

    private Instant longest(Set<TopicPartition> partitions, Instant now) {
        return partitions.stream()
                .map(partition -> since.getOrDefault(partition, now))
                .min(Instant::compareTo)
                .orElse(now);
    }

    private double seconds(String topic) {
        Instant now = clock.instant();
        return since.entrySet().stream()
                .filter(waiting -> waiting.getKey().topic().equals(topic))
                .mapToDouble(
                        waiting -> Duration.between(waiting.getValue(), now).toMillis() / 1000.0)
                .max()
                .orElse(0);
    }
}
