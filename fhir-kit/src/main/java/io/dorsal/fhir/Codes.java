package io.dorsal.fhir;

import io.dorsal.rules.decision.Urgency;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/** Codes that several resources have. */
public final class Codes {

    private Codes() {}

    /** The priority of a request; guided self-care has none that is lower than routine. */
    public static ServiceRequestPriority priority(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> ServiceRequestPriority.STAT;
            case URGENT -> ServiceRequestPriority.ASAP;
            case SOON -> ServiceRequestPriority.URGENT;
            case ROUTINE, SELF_CARE -> ServiceRequestPriority.ROUTINE;
        };
    }

    /** The same of a task. */
    public static TaskPriority taskPriority(Urgency urgency) {
        return TaskPriority.fromCode(priority(urgency).toCode());
    }

    /** An urgency itself. */
    public static CodeableConcept urgency(Urgency urgency) {
        return coded(Systems.URGENCY, urgency.name());
    }

    /** A symbol of ours, with its name in words. */
    public static CodeableConcept coded(String system, String symbol) {
        return coded(system, symbol, words(symbol));
    }

    /** A code with its text. */
    public static CodeableConcept coded(String system, String code, String text) {
        return new CodeableConcept(new Coding(system, code, text)).setText(text);
    }

    /** {@code EMERGENCY_DEPARTMENT} as {@code Emergency department}. */
    public static String words(String symbol) {
        String lower = symbol.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
