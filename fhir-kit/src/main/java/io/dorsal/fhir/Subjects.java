package io.dorsal.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Whom a resource is about: a logical reference by the clinic's own key, since there is no Patient resource here. */
public final class Subjects {

    private Subjects() {}

    /**
     * The patient of this reference.
     *
     * @param patientReference null where it is not known, or was erased
     */
    public static Reference of(@Nullable String patientReference) {
        Reference subject = new Reference().setType("Patient");
        if (patientReference == null || patientReference.isBlank()) {
            subject.addExtension(Systems.ABSENT_REASON, new CodeType("unknown"));
            return subject;
        }
        return subject.setIdentifier(new Identifier().setValue(patientReference));
    }
}
