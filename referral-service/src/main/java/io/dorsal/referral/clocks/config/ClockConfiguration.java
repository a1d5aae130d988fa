package io.dorsal.referral.clocks.config;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.referral.clocks.TellingBreaches;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralStore;
import io.dorsal.referral.observing.ChangeMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the clocks of referrals. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Bean
    TellingBreaches tellingBreaches(ReferralStore store, Announcements announcements) {
        return new TellingBreaches(store, announcements);
    }

    /** What is past due is found by looking, so that nothing has to be remembered over a restart. */
    @Bean
    BackgroundLoop breachTelling(
            TellingBreaches telling,
            TransactionTemplate transactions,
            ChangeMetrics metrics,
            Clock clock,
            ApplicationEventPublisher events) {
        return new BackgroundLoop("breach-telling", events, () -> {
            List<ReferralChange> told = Objects.requireNonNull(
                    transactions.execute(status -> telling.tell(clock.instant().truncatedTo(ChronoUnit.MILLIS))));
            metrics.changed(told);
            return told.isEmpty() ? Next.after(BETWEEN_LOOKS) : Next.atOnce();
        });
    }
}
