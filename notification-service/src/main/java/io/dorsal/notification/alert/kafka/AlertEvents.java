package io.dorsal.notification.alert.kafka;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertState;
import io.dorsal.events.Urgency;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Hold;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import java.util.UUID;

/** Changes of alerts as events. */
public final class AlertEvents {

    private AlertEvents() {}

    /** The event that tells of a change. Its id is that of the alert's version, however often it is sent. */
    public static Outgoing of(Change change) {
        Alert alert = change.alert();
        AssessmentId assessment = alert.assessment();
        AlertChanged event = AlertChanged.newBuilder()
                .setEventId(Identities.eventId(AlertChanged.class, alert.id().value(), alert.version()))
                .setAssessmentId(assessment == null ? null : assessment.value())
                .setRevision(alert.cause().revision())
                .setClinicId(alert.origin().clinicId())
                .setNetworkId(alert.origin().networkId())
                .setSynthetic(alert.origin().synthetic())
                .setAlertId(alert.id().value())
                .setEpisode(alert.episode())
                .setKind(io.dorsal.events.AlertKind.valueOf(alert.cause().kind().name()))
                .setVersion(alert.version())
                .setState(AlertState.valueOf(alert.state().name().name()))
                .setPreviousState(
                        change.previous() == null
                                ? null
                                : AlertState.valueOf(change.previous().name()))
                .setUrgency(Urgency.valueOf(alert.cause().urgency().name()))
                .setRules(alert.cause().rules())
                .setActor(change.actor())
                .setReason(change.what().name())
                .setRound(alert.turn().round())
                .setStep(alert.turn().step())
                .setRaisedAt(alert.raisedAt())
                .setReceivedAt(alert.cause().receivedAt())
                .setDeliveredAt(alert.deliveredAt())
                .setAcknowledgedBy(alert.hold().map(Hold::by).orElse(null))
                .setNextAt(alert.nextAt().orElse(null))
                .setChangedAt(change.at())
                .build();
        return Outgoing.of(Topics.ALERTS, key(alert), event);
    }

    /** The key of all records about an alert: its assessment, so that they stay in order with one another. */
    public static UUID key(Alert alert) {
        AssessmentId assessment = alert.assessment();
        return assessment == null ? alert.id().value() : assessment.value();
    }
}
