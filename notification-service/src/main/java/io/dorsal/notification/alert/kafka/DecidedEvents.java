package io.dorsal.notification.alert.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.Finding;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.Urgency;

/**
 * Decisions as they come in events. Nothing that this version does not know makes one unreadable: an urgency that is
 * unknown stays visible as such, and queues or patterns play no part here.
 */
public final class DecidedEvents {

    private DecidedEvents() {}

    /** The decision of an event. */
    public static Decided toDomain(UrgencyDecided event) {
        return new Decided(
                new AssessmentId(event.getAssessmentId()),
                event.getRevision(),
                new Origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                event.getReceivedAt(),
                event.getDecidedAt(),
                event.getBodyHash(),
                urgency(event.getDecision().getUrgency()),
                event.getDecision().getFindings().stream()
                        .map(finding ->
                                new Finding(finding.getRule(), finding.getTitle(), urgency(finding.getUrgency())))
                        .toList(),
                Explanations.write(event.getDecision().getFindings()));
    }

    private static Urgency urgency(io.dorsal.events.Urgency urgency) {
        return Urgency.valueOf(urgency.name());
    }
}
