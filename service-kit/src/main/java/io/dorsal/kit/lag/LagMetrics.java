package io.dorsal.kit.lag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;

/**
 * Shows the lag of each reading, as last measured. Not a number before it was measured, and while it cannot be: 0 would
 * say that nobody waits.
 */
final class LagMetrics {

    private final BrokerLag broker;
    private volatile Map<GroupTopic, Long> last = Map.of();

    LagMetrics(MeterRegistry registry, BrokerLag broker, Set<GroupTopic> readings) {
        this.broker = broker;
        for (GroupTopic reading : readings) {
            Gauge.builder("dorsal.group.lag", () -> lag(reading))
                    .description(
                            "Records of a topic that a group has not committed yet, as the broker says; NaN while it does not")
                    .tag("topic", reading.topic())
                    .tag("group", reading.group())
                    .register(registry);
        }
    }

    void measure() throws InterruptedException {
        try {
            last = broker.measure();
        } catch (RuntimeException e) {
            last = Map.of();
            throw e;
        }
    }

    private double lag(GroupTopic reading) {
        Long known = last.get(reading);
        return known == null ? Double.NaN : known;
    }
}
