package io.dorsal.notification.failopen.config;

import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.RetryPauses;
import io.dorsal.notification.delivery.Sender;
import io.dorsal.notification.failopen.AlertPublisher;
import io.dorsal.notification.failopen.FailingOpen;
import io.dorsal.notification.failopen.Journal;
import io.dorsal.notification.failopen.file.JournalFile;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.policy.CurrentPolicies;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the failing open. */
@Configuration(proxyBeanMethods = false)
class FailOpenConfiguration {

    @Bean
    Journal toldWithoutDatabase(@Value("${notification.state-directory}") Path directory, Clock clock) {
        return new Journal(new JournalFile(directory, clock));
    }

    @Bean
    FailingOpen failingOpen(
            Sender sender,
            CurrentPolicies policies,
            Journal journal,
            AlertPublisher publisher,
            DatabaseWatch watch,
            RetryPauses pauses,
            DeliveryListener deliveries,
            Milestones milestones,
            Clock clock) {
        return new FailingOpen(
                sender, policies, journal, publisher, watch::isUnusable, pauses, deliveries, milestones, clock);
    }
}
