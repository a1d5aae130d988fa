package io.dorsal.notification.paging.config;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.notification.alert.Limits;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.delivery.Tellings;
import io.dorsal.notification.paging.AcknowledgingAlert;
import io.dorsal.notification.paging.AlertStore;
import io.dorsal.notification.paging.CheckingUntold;
import io.dorsal.notification.paging.GoingOn;
import io.dorsal.notification.paging.HoldingAlert;
import io.dorsal.notification.paging.LearningDecisions;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.Reconciling;
import io.dorsal.notification.paging.ReportingParkedRecords;
import io.dorsal.notification.paging.ReportingQueueRisks;
import io.dorsal.notification.paging.Transactions;
import io.dorsal.notification.paging.Untold;
import io.dorsal.notification.policy.CurrentPolicies;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases around alerts. */
@Configuration(proxyBeanMethods = false)
class PagingConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    @Bean
    Untold untold() {
        return new Untold();
    }

    @Bean
    Reconciling reconciling(Tellings tellings, AlertStore store, Transactions transactions) {
        return new Reconciling(tellings, store, transactions);
    }

    @Bean
    LearningDecisions learningDecisions(
            AlertStore store, Reconciling reconciling, Untold untold, CurrentPolicies policies, Clock clock) {
        return new LearningDecisions(store, reconciling, untold, policies, clock);
    }

    @Bean
    ReportingParkedRecords reportingParkedRecords(
            AlertStore store, Reconciling reconciling, Untold untold, CurrentPolicies policies, Clock clock) {
        return new ReportingParkedRecords(store, reconciling, untold, policies, clock);
    }

    @Bean
    ReportingQueueRisks reportingQueueRisks(
            AlertStore store, Reconciling reconciling, CurrentPolicies policies, Clock clock) {
        return new ReportingQueueRisks(store, reconciling, policies, clock);
    }

    @Bean
    Limits limits(
            @Value("${notification.limits.contact}") Duration contact,
            @Value("${notification.limits.closing}") Duration closing) {
        return new Limits(contact, closing);
    }

    @Bean
    HoldingAlert holdingAlert(
            AlertStore store, Transactions transactions, CurrentPolicies policies, Limits limits, Clock clock) {
        return new HoldingAlert(store, transactions, policies, limits, clock);
    }

    @Bean
    AcknowledgingAlert acknowledgingAlert(
            AlertStore store,
            Transactions transactions,
            Untold untold,
            Tellings tellings,
            Milestones milestones,
            Limits limits,
            Clock clock) {
        return new AcknowledgingAlert(store, transactions, untold, tellings, milestones, limits, clock);
    }

    /** Due times stand in the database, so a restart loses none. */
    @Bean
    BackgroundLoop stepClock(
            AlertStore store,
            Transactions transactions,
            CurrentPolicies policies,
            Clock clock,
            ApplicationEventPublisher events) {
        GoingOn goingOn = new GoingOn(store, transactions, policies, clock);
        return new BackgroundLoop(
                "step-clock", events, () -> goingOn.takeDueSteps() ? Next.after(LOOK_EVERY) : Next.atOnce());
    }

    /** Apart from the reading ahead: a database that hangs in the middle of it must delay no telling. */
    @Bean
    BackgroundLoop reconciler(
            DatabaseWatch watch,
            Tellings tellings,
            Reconciling reconciling,
            Untold untold,
            AlertStore store,
            Transactions transactions,
            ApplicationEventPublisher events) {
        CheckingUntold checking = new CheckingUntold(untold, store, transactions);
        return new BackgroundLoop("reconciler", events, () -> {
            if (!watch.isUnusable()) {
                if (tellings.areUnknown()) {
                    reconciling.reconcile();
                }
                checking.check();
            }
            return Next.after(LOOK_EVERY);
        });
    }
}
