package io.dorsal.notification.alert;

import io.dorsal.schemas.identity.Identities;
import java.util.UUID;

/** Identifies an alert: whoever knows the same facts arrives at the same id. */
public record AlertId(UUID value) {

    /** The alert about an assessment's emergency. */
    public static AlertId of(AssessmentId assessment, int episode) {
        return new AlertId(Identities.alertId(assessment.value(), episode));
    }

    /** The alert about a parked record, which may name no assessment. */
    public static AlertId ofParkedRecord(SourcePosition position) {
        return new AlertId(Identities.parkedRecordAlertId(position.topic(), position.partition(), position.offset()));
    }

    /** The same, of a record that stands where another had stood before its topic was made anew. */
    public static AlertId ofParkedRecord(SourcePosition position, String content) {
        return new AlertId(Identities.alertId(ofParkedRecord(position).value(), content.hashCode()));
    }

    /** The alert that tells operations of something odd about one revision. */
    public static AlertId ofOddity(AssessmentId assessment, int revision) {
        return new AlertId(Identities.alertId(Identities.decisionId(assessment.value(), revision), 1));
    }

    /** The alert that tells operations of a queue whose sites are not enough. */
    public static AlertId ofQueueRisk(UUID risk) {
        return new AlertId(Identities.alertId(risk, 1));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
