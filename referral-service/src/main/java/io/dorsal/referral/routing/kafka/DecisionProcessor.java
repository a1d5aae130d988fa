package io.dorsal.referral.routing.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.referral.routing.DecidedRevision;
import io.dorsal.referral.routing.RoutedBatch;
import io.dorsal.referral.routing.RoutingDecisions;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Routes the decisions of one poll in one transaction: referrals, their history, the revision guard and the events about
 * them are written together or not at all. On return the transaction has committed. Delivered again, the same decisions
 * are found to be routed already, and change nothing.
 */
@Component
class DecisionProcessor implements BatchProcessor<UrgencyDecided> {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionProcessor.class);

    private final RoutingDecisions routing;
    private final TransactionTemplate transactions;
    private final ReferralMetrics metrics;

    DecisionProcessor(RoutingDecisions routing, TransactionTemplate transactions, ReferralMetrics metrics) {
        this.routing = routing;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    @Override
    public List<Outgoing> process(List<Received<UrgencyDecided>> poll) {
        List<DecidedRevision> decisions =
                poll.stream().map(DecisionReader::read).toList();
        RoutedBatch routed = Objects.requireNonNull(transactions.execute(status -> routing.route(decisions)));
        metrics.routed(routed);
        reportConflicts(routed);
        reportUnrecognised(poll);
        return List.of();
    }

    private void reportConflicts(RoutedBatch routed) {
        routed.conflicts()
                .forEach(conflict -> LOG.error(
                        "Two bodies came in under revision {} of assessment {}: the decision {} was kept, {} was dropped. See the runbook, 'two bodies under one revision'.",
                        conflict.revision(),
                        conflict.assessmentId(),
                        conflict.kept().urgency(),
                        conflict.dropped().urgency()));
    }

    private void reportUnrecognised(List<Received<UrgencyDecided>> poll) {
        poll.stream()
                .map(Received::event)
                .filter(DecisionReader::hasUnrecognisedUrgency)
                .forEach(event -> {
                    metrics.unrecognisedUrgency();
                    LOG.error(
                            "Revision {} of assessment {} has an urgency that this version does not know: handled as EMERGENCY",
                            event.getRevision(),
                            event.getAssessmentId());
                });
    }
}
