package io.dorsal.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the outbox measures. Names and tags are public API; a gauge is NaN while the database does not answer. */
final class OutboxMetrics {

    /** Counting goes no further, so that it stays quick when an outage has piled up millions. */
    private static final int COUNTED_AT_MOST = 100_000;

    private static final String MEASURE = """
            select
                (select count(*) from (select 1 from outbox where set_aside_at is null limit %1$d) as waiting) as waiting,
                (select count(*) from (select 1 from outbox where set_aside_at is not null limit %1$d) as aside) as aside,
                (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)
                 from (select created_at from outbox where set_aside_at is null order by id limit 1) as oldest) as age
            """.formatted(COUNTED_AT_MOST);

    private static final Measured UNKNOWN = new Measured(Double.NaN, Double.NaN, Double.NaN);

    private final MeterRegistry registry;
    private final JdbcTemplate jdbc;
    private volatile Measured last = UNKNOWN;

    OutboxMetrics(MeterRegistry registry, JdbcTemplate jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
        Gauge.builder("dorsal.outbox.waiting", this, metrics -> metrics.last.waiting())
                .description("Events that wait to be sent; at most 100000 are counted")
                .register(registry);
        Gauge.builder("dorsal.outbox.set.aside", this, metrics -> metrics.last.setAside())
                .description("Events that the broker does not take; at most 100000 are counted")
                .register(registry);
        TimeGauge.builder("dorsal.outbox.oldest.age", this, TimeUnit.SECONDS, metrics -> metrics.last.oldestSeconds())
                .description("How long the oldest event has waited to be sent; 0 where none waits")
                .register(registry);
    }

    /** Looks at the outbox. */
    void measure() {
        try {
            last = Objects.requireNonNullElse(
                    jdbc.queryForObject(
                            MEASURE,
                            (row, _) -> new Measured(
                                    row.getDouble("waiting"), row.getDouble("aside"), row.getDouble("age"))),
                    UNKNOWN);
        } catch (RuntimeException e) {
            last = UNKNOWN;
            throw e;
        }
    }

    void refused(String topic, String reason) {
        Counter.builder("dorsal.outbox.refused")
                .description("Sends of events that the broker did not take; shown from the first on")
                .tag("topic", topic)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    private record Measured(double waiting, double setAside, double oldestSeconds) {}
}
