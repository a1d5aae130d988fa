package io.dorsal.intake.fhir;

import io.dorsal.rules.decision.Urgency;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/** Codes that several resources have. */
final class Codes {

    private Codes() {}

    /** The priority of a request; guided self-care has none that is lower than routine. */
    static ServiceRequestPriority priority(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> ServiceRequestPriority.STAT;
            case URGENT -> ServiceRequestPriority.ASAP;
            case SOON -> ServiceRequestPriority.URGENT;
            case ROUTINE, SELF_CARE -> ServiceRequestPriority.ROUTINE;
        };
    }

    static TaskPriority taskPriority(Urgency urgency) {
        return TaskPriority.fromCode(priority(urgency).toCode());
    }

    static CodeableConcept urgency(Urgency urgency) {
        return coded(Canonical.URGENCY, urgency.name());
    }

    /** A symbol of ours, with its name in words. */
    static CodeableConcept coded(String system, String symbol) {
        return coded(system, symbol, words(symbol));
    }

    static CodeableConcept coded(String system, String code, String text) {
        return new CodeableConcept(new Coding(system, code, text)).setText(text);
    }

    /** {@code EMERGENCY_DEPARTMENT} as {@code Emergency department}. */
    static String words(String symbol) {
        String lower = symbol.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
