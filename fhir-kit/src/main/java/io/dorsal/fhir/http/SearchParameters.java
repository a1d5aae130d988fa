package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The parameters of a search, each given once, but for the time of the last update, which may have two ends. One that is
 * not known is refused: to leave out a filter would answer another question than was asked.
 */
public final class SearchParameters {

    /** Of the answer, and not of what is searched. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

    public static final String ID = "_id";
    public static final String COUNT = "_count";
    public static final String CURSOR = "_cursor";
    public static final String LAST_UPDATED = "_lastUpdated";

    private static final int DEFAULT_COUNT = 50;
    private static final int LARGEST_COUNT = 200;

    private final Map<String, List<String>> values;
    private final Set<String> inBody;

    private SearchParameters(Map<String, List<String>> values, Set<String> inBody) {
        this.values = values;
        this.inBody = inBody;
    }

    /** The parameters in an address. */
    public static SearchParameters ofQuery(HttpServletRequest request, Set<String> known) {
        return new SearchParameters(query(request, known), Set.of());
    }

    /** The parameters in a form, and those in the address it is sent to. */
    public static SearchParameters ofBody(HttpServletRequest request, Set<String> known) throws IOException {
        Map<String, List<String>> values = query(request, known);
        requireForm(request);
        Map<String, List<String>> form = new LinkedHashMap<>();
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

    /** The same, of which nothing has to be kept out of addresses. */
    public SearchParameters shownWhole() {
        return new SearchParameters(values, Set.of());
    }

    /** The value of a parameter; empty where it was not given. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** All values of a parameter, which hold together. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The values of a parameter of which any may match; empty where it was not given. */
    public Optional<List<String>> anyOf(String name) {
        return value(name)
                .map(value ->
                        Arrays.stream(value.split(",", -1)).map(String::strip).toList());
    }

    /** Whether a parameter was not given, or names this value. */
    public boolean allows(String name, String value) {
        return anyOf(name).map(values -> values.contains(value)).orElse(true);
    }

    /** Those of these parameters that were given, with a value or without. */
    public List<String> given(Set<String> names) {
        return names.stream().filter(values::containsKey).toList();
    }

    /** Whether all of these came in the body. */
    public boolean areInBody(List<String> names) {
        return inBody.containsAll(names);
    }

    /** How many a page is of. */
    public int count() {
        String text = value(COUNT).orElse(String.valueOf(DEFAULT_COUNT));
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) == 0) {
            throw refused("value", COUNT + " is a whole number from 1 to " + LARGEST_COUNT + ".");
        }
        return Math.min(Integer.parseInt(text), LARGEST_COUNT);
    }

    /** Where the page before ended; empty for the first page. */
    public Optional<Keyset> after() {
        return value(CURSOR).map(Keyset::of);
    }

    /** The address of this search, without what came in a body. */
    public String self(String address) {
        return address(address, shown());
    }

    /** The address of the page that begins behind a cursor. */
    public String next(String address, String cursor) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(shown());
        parameters.put(CURSOR, List.of(cursor));
        return address(address, parameters);
    }

    private Map<String, List<String>> shown() {
        Map<String, List<String>> shown = new LinkedHashMap<>(values);
        shown.keySet().removeAll(inBody);
        return shown;
    }

    private static String address(String address, Map<String, List<String>> parameters) {
        return parameters.isEmpty()
                ? address
                : parameters.entrySet().stream()
                        .flatMap(one ->
                                one.getValue().stream().map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&", address + "?", ""));
    }

    private static Map<String, List<String>> query(HttpServletRequest request, Set<String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, given) -> Arrays.stream(given).forEach(value -> put(values, name, value, known)));
        return values;
    }

    private static void put(Map<String, List<String>> values, String name, String value, Set<String> known) {
        if (OF_THE_ANSWER.contains(name)) {
            return;
        }
        if (!known.contains(name)) {
            throw refused(
                    "not-supported",
                    "The parameters of this search are "
                            + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        List<String> given = values.computeIfAbsent(name, _ -> new ArrayList<>());
        given.add(value);
        if (given.size() > (name.equals(LAST_UPDATED) ? 2 : 1)) {
            throw refused("not-supported", "A parameter must not be given so often.");
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

    /** 400: what a search asks for cannot be answered. */
    public static ProblemException refused(String code, String text) {
        return Problems.of(HttpStatus.BAD_REQUEST, new Issue(code, text, null));
    }
}
