package io.dorsal.notification.reading.jdbc;

import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.reading.OpenAlerts;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts open alerts, at most once in some seconds, however often it is asked. */
final class CountedOpenAlerts implements OpenAlerts {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final LongSupplier nanos;
    private @Nullable Map<String, Integer> counts;
    private long countedAt;

    CountedOpenAlerts(JdbcClient jdbc, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.nanos = nanos;
        this.countedAt = nanos.getAsLong() - FRESH.toNanos();
    }

    @Override
    public synchronized double count(AlertKind kind) {
        long now = nanos.getAsLong();
        if (now - countedAt >= FRESH.toNanos()) {
            countedAt = now;
            counts = ask();
        }
        return counts == null ? Double.NaN : counts.getOrDefault(kind.name(), 0);
    }

    private @Nullable Map<String, Integer> ask() {
        try {
            return jdbc
                    .sql("select kind, count(*) as open from alert where state <> 'CLOSED' group by kind")
                    .query((row, index) -> Map.entry(row.getString("kind"), row.getInt("open")))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (DataAccessException e) {
            return null;
        }
    }
}
