package io.dorsal.fhir.http;

import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** How a resource is written. */
public enum FhirFormat {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private static final String FORMAT = "_format";
    private static final String FHIR_VERSION = "fhirVersion";
    private static final Set<String> R4 = Set.of("4.0", "4.0.1");

    private static final Map<String, FhirFormat> NAMED = Map.of(
            JSON.type,
            JSON,
            "application/json",
            JSON,
            "text/json",
            JSON,
            "json",
            JSON,
            XML.type,
            XML,
            "application/xml",
            XML,
            "text/xml",
            XML,
            "xml",
            XML);

    private final String type;

    FhirFormat(String type) {
        this.type = type;
    }

    /** The content type of an answer. */
    public String contentType() {
        return type + ";charset=UTF-8";
    }

    /** The format of a body; 415 where it is none that we read. */
    public static FhirFormat ofBody(HttpServletRequest request) {
        String contentType = request.getContentType();
        return Optional.ofNullable(contentType)
                .flatMap(FhirFormat::mediaType)
                .filter(FhirFormat::isR4)
                .filter(media ->
                        media.getCharset() == null || media.getCharset().equals(StandardCharsets.UTF_8))
                .flatMap(media -> named(media.getType() + "/" + media.getSubtype()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "A body is application/fhir+json or application/fhir+xml, in UTF-8, of FHIR 4.0."));
    }

    /** The format that is asked for; 406 where it is none that we write. */
    public static FhirFormat asked(HttpServletRequest request) {
        return accepted(request)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_ACCEPTABLE,
                        "An answer is application/fhir+json or application/fhir+xml, of FHIR 4.0."));
    }

    /** The format that an error is told in, whatever is asked for. */
    static FhirFormat ofError(HttpServletRequest request) {
        try {
            return accepted(request).orElse(JSON);
        } catch (IllegalStateException e) {
            return JSON; // the query cannot be read, which is the error
        }
    }

    private static Optional<FhirFormat> accepted(HttpServletRequest request) {
        String parameter = request.getParameter(FORMAT);
        if (parameter != null && !parameter.isEmpty()) {
            // A plus that nobody encoded is a space in a query.
            return named(withoutParameters(parameter).replace(' ', '+'));
        }
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (headers.isEmpty()) {
            return Optional.of(JSON);
        }
        return mediaTypes(headers).stream()
                .filter(FhirFormat::isR4)
                .flatMap(media -> accepted(media).stream())
                .findFirst();
    }

    private static Optional<FhirFormat> accepted(MediaType media) {
        if (media.getQualityValue() == 0) {
            return Optional.empty();
        }
        boolean any = media.isWildcardType()
                || (media.getType().equals("application") && media.getSubtype().equals("*"));
        return any ? Optional.of(JSON) : named(media.getType() + "/" + media.getSubtype());
    }

    private static List<MediaType> mediaTypes(List<String> headers) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(headers);
            MimeTypeUtils.sortBySpecificity(types);
            types.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            return types;
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    private static Optional<MediaType> mediaType(String text) {
        try {
            return Optional.of(MediaType.parseMediaType(text));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static boolean isR4(MediaType media) {
        String version = media.getParameter(FHIR_VERSION);
        return version == null || R4.contains(version);
    }

    private static String withoutParameters(String text) {
        int semicolon = text.indexOf(';');
        return semicolon < 0 ? text : text.substring(0, semicolon);
    }

    private static Optional<FhirFormat> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }
}
