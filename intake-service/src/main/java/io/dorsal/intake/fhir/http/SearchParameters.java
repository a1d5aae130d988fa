package io.dorsal.intake.fhir.http;

import io.dorsal.intake.fhir.Issue;
import io.dorsal.intake.view.Selection.Position;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The parameters of a search, each given once. One that is not known is refused: to leave out a filter would answer
 * another question than was asked.
 */
final class SearchParameters {

    /** Of the answer, and not of what is searched. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

    /** Whom a resource is about, by the clinic's own key: only in a body, since it has no place in an address. */
    static final Set<String> OF_PATIENTS =
            Set.of("subject:identifier", "patient:identifier", "subject.identifier", "patient.identifier");

    static final String COUNT = "_count";
    static final String CURSOR = "_cursor";

    private static final int DEFAULT_COUNT = 50;
    private static final int LARGEST_COUNT = 200;

    private final Map<String, String> values;
    private final Set<String> inBody;

    private SearchParameters(Map<String, String> values, Set<String> inBody) {
        this.values = values;
        this.inBody = inBody;
    }

    /** The parameters in an address. */
    static SearchParameters ofQuery(HttpServletRequest request, Set<String> known) {
        return new SearchParameters(query(request, known), Set.of());
    }

    /** The parameters in a form, and those in the address it is sent to. */
    static SearchParameters ofBody(HttpServletRequest request, Set<String> known) throws IOException {
        Map<String, String> values = query(request, known);
        requireForm(request);
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : FhirBody.text(request).split("&", -1)) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                put(form, name, equals < 0 ? "" : decoded(pair.substring(equals + 1)), known);
            }
        }
        values.putAll(form);
        return new SearchParameters(values, Set.copyOf(form.keySet()));
    }

    /** The value of a parameter; empty where it was not given. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The values of a parameter of which any may match; empty where it was not given. */
    Optional<List<String>> anyOf(String name) {
        return value(name)
                .map(value ->
                        Arrays.stream(value.split(",", -1)).map(String::strip).toList());
    }

    /** Whether a parameter was not given, or names this value. */
    boolean allows(String name, String value) {
        return anyOf(name).map(values -> values.contains(value)).orElse(true);
    }

    /** The clinic's own key of the patient; 400 where it came in the address. */
    Optional<String> patient() {
        List<String> given = OF_PATIENTS.stream().filter(values::containsKey).toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1 || !inBody.containsAll(given)) {
            throw refused(
                    "not-supported", "A patient is searched for by one parameter, in the body of a POST to _search.");
        }
        return Optional.of(PatientToken.value(values.getOrDefault(given.getFirst(), "")));
    }

    /** How many assessments a page is of. */
    int count() {
        String text = value(COUNT).orElse(String.valueOf(DEFAULT_COUNT));
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) == 0) {
            throw refused("value", COUNT + " is a whole number from 1 to " + LARGEST_COUNT + ".");
        }
        return Math.min(Integer.parseInt(text), LARGEST_COUNT);
    }

    /** Where the page before ended; null for the first page. */
    @Nullable
    Position position() {
        return value(CURSOR).map(PositionCursor::position).orElse(null);
    }

    /** The address of this search, without what came in a body. */
    String self(String address) {
        return address(address, shown());
    }

    /** The address of the page that begins behind a cursor. */
    String next(String address, String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>(shown());
        parameters.put(CURSOR, cursor);
        return address(address, parameters);
    }

    private Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>(values);
        shown.keySet().removeAll(inBody);
        return shown;
    }

    private static String address(String address, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? address
                : parameters.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&", address + "?", ""));
    }

    private static Map<String, String> query(HttpServletRequest request, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, given) -> Arrays.stream(given).forEach(value -> put(values, name, value, known)));
        return values;
    }

    private static void put(Map<String, String> values, String name, String value, Set<String> known) {
        if (OF_THE_ANSWER.contains(name)) {
            return;
        }
        if (!known.contains(name)) {
            throw refused(
                    "not-supported",
                    "The parameters of this search are "
                            + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        if (values.put(name, value) != null) {
            throw refused("not-supported", "A parameter must not be given more than once.");
        }
    }

    private static void requireForm(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A search is application/x-www-form-urlencoded.");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("structure", "The body is no form that can be read.");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static ProblemException refused(String code, String text) {
        return Problems.of(HttpStatus.BAD_REQUEST, new Issue(code, text, null));
    }
}
