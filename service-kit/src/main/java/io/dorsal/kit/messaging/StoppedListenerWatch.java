package io.dorsal.kit.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;

/** A consumer that died by an {@code Error} leaves its partitions unread while the process lives on: restart it. */
final class StoppedListenerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedListenerWatch.class);

    private final ApplicationEventPublisher events;

    StoppedListenerWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(ConsumerStoppedEvent event) {
        if (event.getReason() != Reason.NORMAL && event.getReason() != Reason.ABNORMAL) {
            LOG.error(
                    "A consumer stopped ({}). This instance is no longer live and must be restarted.",
                    event.getReason());
            AvailabilityChangeEvent.publish(events, event.getSource(), LivenessState.BROKEN);
        }
    }
}
