package io.dorsal.intake.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Whom a resource is about: a logical reference by the clinic's own key, since there is no Patient resource here. */
final class Subjects {

    private Subjects() {}

    /**
     * @param patientReference null where it is not known, or was erased
     */
    static Reference of(@Nullable String patientReference) {
        Reference subject = new Reference().setType("Patient");
        if (patientReference == null || patientReference.isBlank()) {
            subject.addExtension(Canonical.ABSENT_REASON, new CodeType("unknown"));
            return subject;
        }
        return subject.setIdentifier(new Identifier().setValue(patientReference));
    }
}
