package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.http.SearchParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identifier of a patient as a search has it: with a backslash before what else would divide it. */
final class PatientToken {

    /** Whom a resource is about, by the clinic's own key: only in a body, since it has no place in an address. */
    static final Set<String> PARAMETERS =
            Set.of("subject:identifier", "patient:identifier", "subject.identifier", "patient.identifier");

    private PatientToken() {}

    /** The clinic's own key of the patient that is searched for; 400 where it came in the address. */
    static Optional<String> in(SearchParameters parameters) {
        List<String> given = parameters.given(PARAMETERS);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1 || !parameters.areInBody(given)) {
            throw SearchParameters.refused(
                    "not-supported", "A patient is searched for by one parameter, in the body of a POST to _search.");
        }
        return Optional.of(value(parameters.value(given.getFirst()).orElse("")));
    }

    /** The clinic's own key in a token; 400 where it names a system, or several. */
    private static String value(String token) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < token.length(); i++) {
            char one = token.charAt(i);
            if (one == '\\' && i + 1 < token.length()) {
                value.append(token.charAt(++i));
            } else if (one == ',' || (one == '|' && !value.isEmpty())) {
                throw SearchParameters.refused(
                        "value",
                        "A patient is searched for by one identifier without a system; a comma, a bar or a backslash in it"
                                + " has a backslash before it.");
            } else if (one != '|') {
                value.append(one);
            }
        }
        return value.toString();
    }
}
