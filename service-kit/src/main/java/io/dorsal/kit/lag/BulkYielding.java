package io.dorsal.kit.lag;

import io.dorsal.kit.background.Next;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Pauses the bulk lanes of a service while an interactive one is held up, and resumes them once that has been quiet for a
 * while. A paused consumer keeps its partitions and goes on polling, so nothing is rebalanced and nothing lost. Where it
 * cannot be told whether an interactive lane is held up, bulk goes on: it has its own consumers in any case.
 */
final class BulkYielding implements ApplicationListener<ConsumerStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(BulkYielding.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Set<String> groups;
    private final List<LaneLag> interactive;
    private final Set<ConcurrentMessageListenerContainer<?, ?>> bulk = ConcurrentHashMap.newKeySet();
    private final Patience patience = new Patience();
    private volatile boolean yields;

    /**
     * @param readings of the service; those of bulk lanes yield to their interactive twins
     */
    BulkYielding(Set<GroupTopic> readings, Admin admin, MeterRegistry registry) {
        Set<GroupTopic> ofBulk = readings.stream().filter(GroupTopic::isBulk).collect(Collectors.toUnmodifiableSet());
        this.groups = ofBulk.stream().map(GroupTopic::group).collect(Collectors.toUnmodifiableSet());
        this.interactive = ofBulk.stream()
                .map(GroupTopic::interactiveTwin)
                .filter(readings::contains)
                .map(twin -> new LaneLag(admin, twin))
                .toList();
        for (String group : groups) {
            Gauge.builder("dorsal.bulk.yielding", () -> yields ? 1 : 0)
                    .description("1 while a bulk lane waits because an interactive one is held up")
                    .tag("group", group)
                    .register(registry);
        }
    }

    /** One that is stopped stays known: when it starts again, that may be told before its end is. */
    @Override
    public void onApplicationEvent(ConsumerStartedEvent event) {
        ConcurrentMessageListenerContainer<?, ?> container =
                event.getContainer(ConcurrentMessageListenerContainer.class);
        if (groups.contains(String.valueOf(container.getGroupId()))) {
            bulk.add(container);
        }
    }

    Next look() throws InterruptedException, ExecutionException, TimeoutException {
        if (interactive.isEmpty()) {
            return Next.never();
        }
        try {
            boolean isHeldUp = false;
            for (LaneLag lane : interactive) {
                isHeldUp |= lane.recordsHeldUp() > 0;
            }
            apply(patience.yieldsAfter(isHeldUp));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            apply(patience.yieldsAfter(false));
            throw e;
        }
        return Next.after(LOOK_EVERY);
    }

    private void apply(boolean isToWait) {
        if (patience.hasChanged()) {
            LOG.info("{} {}", groups, isToWait ? "waits: an interactive lane lags" : "goes on");
        }
        bulk.forEach(isToWait ? ConcurrentMessageListenerContainer::pause : ConcurrentMessageListenerContainer::resume);
        yields = isToWait && bulk.stream().anyMatch(ConcurrentMessageListenerContainer::isContainerPaused);
    }
}
