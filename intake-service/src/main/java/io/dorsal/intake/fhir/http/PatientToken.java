package io.dorsal.intake.fhir.http;

/** Reads the identifier of a patient as a search has it: with a backslash before what else would divide it. */
final class PatientToken {

    private PatientToken() {}

    /** The clinic's own key in a token; 400 where it names a system, or several. */
    static String value(String token) {
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
