package io.dorsal.notification.failopen.config;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.delivery.RetryPauses;
import io.dorsal.notification.delivery.Sender;
import io.dorsal.notification.failopen.AlertPublisher;
import io.dorsal.notification.failopen.DirectSending;
import io.dorsal.notification.failopen.FailingOpen;
import io.dorsal.notification.failopen.Journal;
import io.dorsal.notification.failopen.file.JournalFile;
import io.dorsal.notification.observing.NotificationMetrics;
import io.dorsal.notification.paging.Untold;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.state.StateDirectory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the failing open. */
@Configuration(proxyBeanMethods = false)
class FailOpenConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @Bean
    Journal toldWithoutDatabase(StateDirectory directory, Clock clock) {
        return new Journal(new JournalFile(directory.path(), clock), clock);
    }

    @Bean
    DirectSending directSending(
            Sender sender, RetryPauses pauses, Journal journal, Untold untold, NotificationMetrics metrics) {
        return new DirectSending(
                sender,
                pauses,
                (claim, outcome) -> {
                    untold.attempted(claim, outcome);
                    metrics.attemptedWithoutDatabase(claim, outcome);
                },
                journal);
    }

    @Bean
    FailingOpen failingOpen(
            DirectSending sending,
            CurrentPolicies policies,
            Journal journal,
            AlertPublisher publisher,
            DatabaseWatch watch,
            Untold untold,
            NotificationMetrics metrics,
            Clock clock) {
        return new FailingOpen(sending, policies, journal, publisher, watch::isUnusable, untold, metrics, clock);
    }

    /** What the listeners stored just before the outage is told first, and what was told is repeated. */
    @Bean
    BackgroundLoop outageClock(
            DatabaseWatch watch, Untold untold, FailingOpen failingOpen, ApplicationEventPublisher events) {
        return new BackgroundLoop("outage-clock", events, () -> {
            if (watch.isUnusable()) {
                untold.all().forEach(failingOpen::tell);
            }
            failingOpen.goOn();
            return Next.after(LOOK_EVERY);
        });
    }
}
