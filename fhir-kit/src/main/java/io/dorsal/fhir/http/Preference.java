package io.dorsal.fhir.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** What a caller prefers to be answered to a change. */
public enum Preference {
    MINIMAL("return=minimal"),
    REPRESENTATION("return=representation"),
    OPERATION_OUTCOME("return=operationoutcome");

    private final String token;

    Preference(String token) {
        this.token = token;
    }

    /** The preference of a request; the least where there is none. */
    public static Preference of(HttpServletRequest request) {
        String headers = String.join(",", Collections.list(request.getHeaders("Prefer")))
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\"", "");
        for (Preference preference : values()) {
            if (headers.contains(preference.token)) {
                return preference;
            }
        }
        return MINIMAL;
    }
}
