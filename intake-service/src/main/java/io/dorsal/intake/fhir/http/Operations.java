package io.dorsal.intake.fhir.http;

import io.dorsal.intake.fhir.http.FhirModel.Parsed;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;

/** Reads what operations are given. */
final class Operations {

    private static final String RESOURCE = "resource";

    private Operations() {}

    /** The resource to work on: the body itself, or the parameter of that name. */
    static Parsed.Read<Resource> resource(Parsed.Read<Resource> body) {
        if (!(body.resource() instanceof Parameters parameters)) {
            return body;
        }
        return parameters.getParameter().stream()
                .filter(parameter -> RESOURCE.equals(parameter.getName()) && parameter.hasResource())
                .map(ParametersParameterComponent::getResource)
                .findFirst()
                .map(resource -> new Parsed.Read<>(resource, body.badValues()))
                .orElse(body);
    }
}
