package io.dorsal.fhir;

import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** How resources are referred to. */
public final class References {

    private References() {}

    /** A resource of the same server. */
    public static Reference to(String type, UUID id) {
        return new Reference(type + "/" + id);
    }

    /** A resource of another server, or one that there is none of, by what identifies it. */
    public static Reference logical(String type, Identifier identifier) {
        return new Reference().setType(type).setIdentifier(identifier);
    }

    /** An id of ours as it identifies everywhere. */
    public static Identifier identifier(UUID id) {
        return new Identifier().setSystem(Systems.URI).setValue("urn:uuid:" + id);
    }
}
