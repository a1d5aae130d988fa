package io.dorsal.referral.sites.config;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.sites.PlacingAtSites;
import io.dorsal.referral.sites.RiskAnnouncements;
import io.dorsal.referral.sites.RiskBook;
import io.dorsal.referral.sites.SiteBook;
import io.dorsal.referral.sites.TellingRisks;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the choice of sites, and the telling of risks. */
@Configuration(proxyBeanMethods = false)
class SitesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SitesConfiguration.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Bean
    Placing placing(SiteBook book) {
        return new PlacingAtSites(
                book,
                failure -> LOG.warn("Sites could not be chosen, referrals go without: {}", FailureTrace.of(failure)));
    }

    @Bean
    BackgroundLoop riskTelling(
            RiskBook book,
            RiskAnnouncements announcements,
            TransactionTemplate transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        TellingRisks telling = new TellingRisks(book, announcements);
        return new BackgroundLoop("risk-telling", events, () -> {
            transactions.executeWithoutResult(
                    status -> telling.tell(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            return Next.after(BETWEEN_LOOKS);
        });
    }
}
