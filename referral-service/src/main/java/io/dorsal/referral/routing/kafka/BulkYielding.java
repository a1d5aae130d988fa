package io.dorsal.referral.routing.kafka;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.schemas.topics.Subscriptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Pauses the bulk lane while the interactive one lags, and resumes it after. A paused consumer keeps its partitions and
 * goes on polling, so nothing is rebalanced and nothing lost. Where the lag cannot be told, bulk goes on: it has its own
 * consumers in any case.
 */
@Component
class BulkYielding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BulkYielding.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** About what a lane under ordinary load has on its way between two commits. */
    private static final long TOLERATED_LAG = 100;

    private final LaneLag interactive;
    private final ReferralMetrics metrics;
    private final Set<ConcurrentMessageListenerContainer<?, ?>> bulk = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private boolean yielding;

    BulkYielding(Admin admin, ReferralMetrics metrics) {
        this.interactive = new LaneLag(admin, Subscriptions.REFERRAL_DECISIONS);
        this.metrics = metrics;
    }

    @EventListener
    void on(ConsumerStartedEvent event) {
        ConcurrentMessageListenerContainer<?, ?> container =
                event.getContainer(ConcurrentMessageListenerContainer.class);
        if (Subscriptions.REFERRAL_DECISIONS_BULK.group().equals(container.getGroupId())) {
            bulk.add(container);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("bulk-yielding").start(this::lookUntilStopped);
    }

    private void lookUntilStopped() {
        try {
            while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        boolean lags = interactiveLags();
        if (lags != yielding) {
            LOG.info(lags ? "Bulk decisions wait: the interactive lane lags" : "Bulk decisions go on");
            yielding = lags;
            metrics.bulkYielding(lags);
        }
        bulk.forEach(lags ? ConcurrentMessageListenerContainer::pause : ConcurrentMessageListenerContainer::resume);
    }

    private boolean interactiveLags() throws InterruptedException {
        try {
            return interactive.records() > TOLERATED_LAG;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("The lag of the interactive lane is not known: {}", FailureTrace.of(e));
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
