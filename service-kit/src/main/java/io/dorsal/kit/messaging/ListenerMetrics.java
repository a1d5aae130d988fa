package io.dorsal.kit.messaging;

import io.dorsal.schemas.topics.Subscription;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What listeners count. Names and tags are public API. */
public final class ListenerMetrics {

    private static final String TOPIC = "topic";
    private static final String GROUP = "group";

    private final MeterRegistry registry;

    public ListenerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void processed(Subscription<?> subscription, int records) {
        Counter.builder("dorsal.listener.processed")
                .description("Records that had their effect")
                .tag(TOPIC, subscription.topic().name())
                .tag(GROUP, subscription.group())
                .register(registry)
                .increment(records);
    }

    void parked(Subscription<?> subscription, String reasonCode) {
        Counter.builder("dorsal.listener.parked")
                .description("Records that could not be processed and were parked")
                .tag(TOPIC, subscription.topic().name())
                .tag(GROUP, subscription.group())
                .tag("reason", reasonCode)
                .register(registry)
                .increment();
    }

    void parkedWithoutBytes(Subscription<?> subscription) {
        Counter.builder("dorsal.listener.parked.without.bytes")
                .description(
                        "Parked records whose bytes the parked topic did not take; they stand at their source alone")
                .tag(TOPIC, subscription.topic().name())
                .tag(GROUP, subscription.group())
                .register(registry)
                .increment();
    }
}
