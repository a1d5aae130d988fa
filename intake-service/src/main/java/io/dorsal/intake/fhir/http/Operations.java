package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirModel.Parsed;
import io.dorsal.fhir.http.Problems;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpStatus;

/** Reads what operations are given. To pass over what changes their meaning would answer another question than was asked. */
final class Operations {

    private static final String RESOURCE = "resource";
    private static final String MODE = "mode";
    private static final Set<String> MODES = Set.of("create", "update");
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

    private Operations() {}

    /** The resource to validate: the body itself, or the parameter of that name. */
    static Parsed.Read<Resource> validated(HttpServletRequest request, Parsed.Read<Resource> body) {
        request.getParameterMap().forEach((name, values) -> {
            if (!OF_THE_ANSWER.contains(name)) {
                requireMode(name, values.length == 1 ? values[0] : "");
            }
        });
        return body.resource() instanceof Parameters parameters ? resource(parameters, body) : body;
    }

    private static Parsed.Read<Resource> resource(Parameters parameters, Parsed.Read<Resource> body) {
        List<Resource> resources = parameters.getParameter().stream()
                .filter(Operations::isResource)
                .map(ParametersParameterComponent::getResource)
                .toList();
        parameters.getParameter().stream()
                .filter(parameter -> !isResource(parameter))
                .forEach(parameter -> requireMode(String.valueOf(parameter.getName()), text(parameter)));
        if (resources.size() > 1) {
            throw refused();
        }
        return resources.isEmpty() ? body : new Parsed.Read<>(resources.getFirst(), body.badValues());
    }

    private static boolean isResource(ParametersParameterComponent parameter) {
        return RESOURCE.equals(parameter.getName()) && parameter.hasResource();
    }

    private static String text(ParametersParameterComponent parameter) {
        return parameter.hasValue() ? String.valueOf(parameter.getValue().primitiveValue()) : "";
    }

    private static void requireMode(String name, String value) {
        if (!name.equals(MODE) || !MODES.contains(value)) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return Problems.of(
                HttpStatus.BAD_REQUEST,
                new Issue(
                        "not-supported",
                        "Validating takes one resource, and the mode create or update. Profiles are not chosen.",
                        "Parameters.parameter"));
    }
}
