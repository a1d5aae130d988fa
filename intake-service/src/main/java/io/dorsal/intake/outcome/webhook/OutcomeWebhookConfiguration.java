package io.dorsal.intake.outcome.webhook;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.outcome.ClinicReceivers;
import io.dorsal.intake.outcome.OutcomeMessages;
import io.dorsal.intake.outcome.OutcomeQueue;
import io.dorsal.intake.outcome.TellingClinics;
import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.webhook.DoublingPauses;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires telling clinics by webhook; without a receiver nothing is enqueued, and nothing asks for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class OutcomeWebhookConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration KEEP_HOUSE_EVERY = Duration.ofMinutes(1);

    /** Whoever was away for longer reads what became of the assessments. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /** Longer than anything is enqueued after it happened: what is forgotten cannot be enqueued again. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(30);

    @Bean
    WebhookReceivers clinicReceivers(WebhookSettings settings, ClinicDirectory clinics, Clock clock) {
        return WebhookReceivers.of(settings, clinics, clock);
    }

    @Bean
    OutcomeMessages outcomeMessages(ClinicReceivers receivers, JsonMapper json) {
        return new WebhookMessages(receivers, json);
    }

    @Bean
    TellingClinics tellingClinics(OutcomeQueue queue, ClinicReceivers receivers, IntakeMetrics metrics, Clock clock) {
        DoublingPauses pauses = new DoublingPauses(new SecureRandom(), FIRST_PAUSE, LONGEST_PAUSE);
        TellingClinics telling = new TellingClinics(queue, receivers, pauses, metrics, clock);
        metrics.showWebhooksGone(telling::gone);
        return telling;
    }

    @Bean
    BackgroundLoop tellingOutcomes(
            TellingClinics telling, ClinicReceivers receivers, ApplicationEventPublisher events) {
        boolean nobody = receivers.clinics().isEmpty();
        return new BackgroundLoop("telling-clinics", events, () -> nobody ? Next.never() : telling.round());
    }

    @Bean
    BackgroundLoop countingOutcomes(
            OutcomeQueue queue,
            ClinicReceivers receivers,
            IntakeMetrics metrics,
            Clock clock,
            ApplicationEventPublisher events) {
        WaitingOutcomes waiting = new WaitingOutcomes(queue, receivers, clock);
        metrics.showWebhooksWaiting(waiting::number, waiting::seconds);
        return new BackgroundLoop("counting-webhooks", events, () -> {
            waiting.count();
            return Next.after(COUNT_EVERY);
        });
    }

    /** Also without a receiver: what was left of earlier ones comes to its end. */
    @Bean
    BackgroundLoop forgettingOutcomes(
            OutcomeQueue queue, IntakeMetrics metrics, Clock clock, ApplicationEventPublisher events) {
        return new BackgroundLoop("forgetting-webhooks", events, () -> {
            Instant now = clock.instant();
            metrics.webhooksGivenUp(queue.keepHouse(now.minus(GIVEN_UP_AFTER), now.minus(REMEMBERED_FOR), now));
            return Next.after(KEEP_HOUSE_EVERY);
        });
    }
}
