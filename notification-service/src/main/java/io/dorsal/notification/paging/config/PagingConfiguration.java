package io.dorsal.notification.paging.config;

import io.dorsal.notification.delivery.Tellings;
import io.dorsal.notification.paging.AcknowledgingAlert;
import io.dorsal.notification.paging.AlertStore;
import io.dorsal.notification.paging.GoingOn;
import io.dorsal.notification.paging.LearningDecisions;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.Reconciling;
import io.dorsal.notification.paging.ReportingParkedRecords;
import io.dorsal.notification.paging.Transactions;
import io.dorsal.notification.policy.CurrentPolicies;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases around alerts. */
@Configuration(proxyBeanMethods = false)
class PagingConfiguration {

    @Bean
    Reconciling reconciling(Tellings tellings, AlertStore store, Transactions transactions) {
        return new Reconciling(tellings, store, transactions);
    }

    @Bean
    LearningDecisions learningDecisions(
            AlertStore store, Reconciling reconciling, CurrentPolicies policies, Clock clock) {
        return new LearningDecisions(store, reconciling, policies, clock);
    }

    @Bean
    ReportingParkedRecords reportingParkedRecords(
            AlertStore store, Reconciling reconciling, CurrentPolicies policies, Clock clock) {
        return new ReportingParkedRecords(store, reconciling, policies, clock);
    }

    @Bean
    AcknowledgingAlert acknowledgingAlert(
            AlertStore store, Transactions transactions, Milestones milestones, Clock clock) {
        return new AcknowledgingAlert(store, transactions, milestones, clock);
    }

    @Bean
    StepClock stepClock(AlertStore store, Transactions transactions, CurrentPolicies policies, Clock clock) {
        return new StepClock(new GoingOn(store, transactions, policies, clock));
    }
}
