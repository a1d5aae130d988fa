package io.dorsal.referral.fhir;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.References;
import io.dorsal.fhir.Systems;
import io.dorsal.rules.decision.Queue;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** The two sides of a referral: by what identifies them, since there are no resources of them here. */
final class Parties {

    private Parties() {}

    static Reference clinic(String id, String name) {
        return References.logical(
                        "Organization",
                        new Identifier().setSystem(Systems.CLINIC).setValue(id))
                .setDisplay(name);
    }

    static Reference queue(Queue queue) {
        return References.logical(
                        "HealthcareService",
                        new Identifier().setSystem(Systems.QUEUE).setValue(queue.name()))
                .setDisplay(Codes.words(queue.name()));
    }
}
