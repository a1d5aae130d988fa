package io.dorsal.kit.messaging;

import io.dorsal.schemas.codec.Decoding;
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

    /** Shows what there is to count before it happens: a counter that is not there cannot be seen to rise. */
    void watch(Subscription<?> subscription) {
        processedBy(subscription);
        withoutBytes(subscription);
        for (Decoding.Defect defect : Decoding.Defect.values()) {
            parkedBy(subscription, defect.name());
        }
    }

    void processed(Subscription<?> subscription, int records) {
        processedBy(subscription).increment(records);
    }

    void parked(Subscription<?> subscription, String reasonCode) {
        parkedBy(subscription, reasonCode).increment();
    }

    void parkedWithoutBytes(Subscription<?> subscription) {
        withoutBytes(subscription).increment();
    }

    private Counter processedBy(Subscription<?> subscription) {
        return Counter.builder("dorsal.listener.processed")
                .description("Records that had their effect")
                .tag(TOPIC, subscription.topic().name())
                .tag(GROUP, subscription.group())
                .register(registry);
    }

    private Counter parkedBy(Subscription<?> subscription, String reasonCode) {
        return Counter.builder("dorsal.listener.parked")
                .description("Records that could not be processed and were parked")
                .tag(TOPIC, subscription.topic().name())
                .tag(GROUP, subscription.group())
                .tag("reason", reasonCode)
                .register(registry);
    }

    private Counter withoutBytes(Subscription<?> subscription) {
        return Counter.builder("dorsal.listener.parked.without.bytes")
                .description(
                        "Parked records whose bytes the parked topic did not take; they stand at their source alone")
                .tag(TOPIC, subscription.topic().name())
                .tag(GROUP, subscription.group())
                .register(registry);
    }
}
