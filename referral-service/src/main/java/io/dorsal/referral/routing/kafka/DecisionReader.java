package io.dorsal.referral.routing.kafka;

import io.dorsal.events.Decision;
import io.dorsal.events.Finding;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralRequest;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.decision.DecisionAvro;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.kit.messaging.Received;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.routing.DecidedRevision;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads decisions from their events. An urgency that this version does not know is an emergency; a queue that it does not
 * know is left out.
 */
final class DecisionReader {

    private DecisionReader() {}

    /**
     * The decision of an event.
     *
     * @throws ImpossibleRecordException where it cannot be routed as a whole: a human has to look at it
     */
    static DecidedRevision read(Received<UrgencyDecided> received) {
        UrgencyDecided event = received.event();
        List<Queue> queues = event.getDecision().getReferrals().stream()
                .map(ReferralRequest::getQueue)
                .filter(queue -> queue != Queue.UNRECOGNISED)
                .toList();
        require(received.key().equals(event.getAssessmentId().toString()), "KEY_OF_ANOTHER_ASSESSMENT", event);
        require(event.getRevision() >= 1, "IMPOSSIBLE_REVISION", event);
        require(queues.stream().distinct().count() == queues.size(), "QUEUE_ASKED_FOR_TWICE", event);
        return new DecidedRevision(
                new AssessmentId(event.getAssessmentId()),
                event.getRevision(),
                event.getDecisionId(),
                new Origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                event.getReceivedAt(),
                event.getDecidedAt(),
                event.getBodyHash(),
                DecisionAvro.toDomain(event.getDecision()));
    }

    /** Whether an urgency in it is one that this version does not know. */
    static boolean hasUnrecognisedUrgency(UrgencyDecided event) {
        Decision decision = event.getDecision();
        return Stream.of(
                        Stream.of(decision.getUrgency()),
                        decision.getReferrals().stream().map(ReferralRequest::getUrgency),
                        decision.getFindings().stream().map(Finding::getUrgency))
                .flatMap(urgencies -> urgencies)
                .anyMatch(urgency -> urgency == Urgency.UNRECOGNISED);
    }

    /** Whether it asks for a queue that this version does not know. */
    static boolean hasUnrecognisedQueue(UrgencyDecided event) {
        return event.getDecision().getReferrals().stream()
                .anyMatch(referral -> referral.getQueue() == Queue.UNRECOGNISED);
    }

    private static void require(boolean possible, String reasonCode, UrgencyDecided event) {
        if (!possible) {
            throw new ImpossibleRecordException(
                    reasonCode, "revision %d of assessment %s".formatted(event.getRevision(), event.getAssessmentId()));
        }
    }
}
