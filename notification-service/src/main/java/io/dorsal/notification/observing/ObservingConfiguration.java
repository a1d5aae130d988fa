package io.dorsal.notification.observing;

import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.Untold;
import io.dorsal.notification.reading.OpenAlerts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the measuring. */
@Configuration(proxyBeanMethods = false)
class ObservingConfiguration {

    @Bean
    NotificationMetrics notificationMetrics(MeterRegistry registry) {
        return new NotificationMetrics(registry);
    }

    @Bean
    SmartInitializingSingleton gauges(
            NotificationMetrics metrics, OpenAlerts open, Untold untold, DatabaseWatch watch, Clock clock) {
        return () -> {
            metrics.watchUntold(() -> OldestUntold.seconds(untold.oldest(), open, clock.instant()));
            metrics.watchOpenAlerts(open::count);
            metrics.watchUnacknowledged(kind -> open.oldestUnacknowledgedSeconds(kind, clock.instant()));
            metrics.watchFailingOpen(watch::isUnusable);
        };
    }
}
