package io.dorsal.referral.routing.kafka;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.schemas.topics.Subscriptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Pauses the bulk lane while the interactive one is held up, and resumes it once that has been quiet for a while. A
 * paused consumer keeps its partitions and goes on polling, so nothing is rebalanced and nothing lost. Where it cannot be
 * told whether the interactive lane is held up, bulk goes on: it has its own consumers in any case.
 */
@Component
class BulkYielding {

    private static final Logger LOG = LoggerFactory.getLogger(BulkYielding.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final LaneLag interactive;
    private final ReferralMetrics metrics;
    private final Set<ConcurrentMessageListenerContainer<?, ?>> bulk = ConcurrentHashMap.newKeySet();
    private final Patience patience = new Patience();

    BulkYielding(Admin admin, ReferralMetrics metrics) {
        this.interactive = new LaneLag(admin, Subscriptions.REFERRAL_DECISIONS);
        this.metrics = metrics;
    }

    /** One that is stopped stays known: when it starts again, that may be told before its end is. */
    @EventListener
    void on(ConsumerStartedEvent event) {
        ConcurrentMessageListenerContainer<?, ?> container =
                event.getContainer(ConcurrentMessageListenerContainer.class);
        if (Subscriptions.REFERRAL_DECISIONS_BULK.group().equals(container.getGroupId())) {
            bulk.add(container);
        }
    }

    Next look() throws InterruptedException, ExecutionException, TimeoutException {
        try {
            boolean isHeldUp = interactive.recordsHeldUp() > 0;
            apply(patience.yieldsAfter(isHeldUp));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            apply(patience.yieldsAfter(false));
            throw e;
        }
        return Next.after(LOOK_EVERY);
    }

    private void apply(boolean isToWait) {
        if (patience.hasChanged()) {
            LOG.info(isToWait ? "Bulk decisions wait: the interactive lane lags" : "Bulk decisions go on");
        }
        bulk.forEach(isToWait ? ConcurrentMessageListenerContainer::pause : ConcurrentMessageListenerContainer::resume);
        metrics.bulkYielding(isToWait && bulk.stream().anyMatch(ConcurrentMessageListenerContainer::isContainerPaused));
    }

    /** Runs it beside the listeners. */
    @Configuration(proxyBeanMethods = false)
    static class Loop {

        @Bean
        BackgroundLoop bulkYieldingLoop(BulkYielding yielding, ApplicationEventPublisher events) {
            return new BackgroundLoop("bulk-yielding", events, yielding::look);
        }
    }
}
