package io.dorsal.referral.routing.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.referral.routing.DecidedRevision;
import io.dorsal.referral.routing.RoutedBatch;
import io.dorsal.referral.routing.RoutingDecisions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Routes the decisions of one poll in one transaction: referrals, their history, the revision guard and the events about
 * them are written together or not at all. On return the transaction has committed. Delivered again, the same decisions
 * are found to be routed already, and change nothing. A decision with a queue of a newer version is parked as well, once its
 * other queues are served.
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
        reportUnrecognised(poll, routed);
        parkQueuesOfTheFuture(poll);
        return List.of();
    }

    private static void reportConflicts(RoutedBatch routed) {
        routed.conflicts()
                .forEach(conflict -> LOG.error(
                        "Two bodies came in under revision {} of assessment {}: one was decided {}, another {}. The more urgent decision is kept. See the runbook, 'two bodies under one revision'.",
                        conflict.revision(),
                        conflict.assessmentId(),
                        conflict.known(),
                        conflict.added()));
    }

    /** Of decisions that stand now and did not before, so that each is reported once, however often it comes. */
    private void reportUnrecognised(List<Received<UrgencyDecided>> poll, RoutedBatch routed) {
        Set<UUID> news =
                routed.standing().stream().map(DecidedRevision::decisionId).collect(Collectors.toSet());
        for (Received<UrgencyDecided> received : poll) {
            UrgencyDecided event = received.event();
            if (news.contains(event.getDecisionId())) {
                reportUnrecognised(event);
            }
        }
    }

    private void reportUnrecognised(UrgencyDecided event) {
        if (DecisionReader.hasUnrecognisedUrgency(event)) {
            metrics.unrecognisedUrgency();
            LOG.error(
                    "Revision {} of assessment {} has an urgency that this version does not know: handled as EMERGENCY",
                    event.getRevision(),
                    event.getAssessmentId());
        }
        if (DecisionReader.hasUnrecognisedQueue(event)) {
            metrics.unrecognisedQueue();
            LOG.warn(
                    "Revision {} of assessment {} asks for a queue that this version does not know: the others are served, the record is parked",
                    event.getRevision(),
                    event.getAssessmentId());
        }
    }

    /** After the commit: the queues that are known are served, and the record waits for a version that knows the rest. */
    private static void parkQueuesOfTheFuture(List<Received<UrgencyDecided>> poll) {
        poll.stream()
                .map(Received::event)
                .filter(DecisionReader::hasUnrecognisedQueue)
                .findFirst()
                .ifPresent(event -> {
                    throw new ImpossibleRecordException(
                            "UNRECOGNISED_QUEUE",
                            "revision %d of assessment %s".formatted(event.getRevision(), event.getAssessmentId()));
                });
    }
}
