package io.dorsal.fhir.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Absolute addresses of resources, as the caller sees this server.
 *
 * @param base without a slash at the end
 */
public record Addresses(String base) {

    /** Those of the server that a request came to. */
    public static Addresses of(HttpServletRequest request) {
        return new Addresses(ServletUriComponentsBuilder.fromContextPath(request)
                .path("/fhir")
                .build()
                .toUriString());
    }

    /** That of a resource. */
    public String of(String type, UUID id) {
        return base + "/" + type + "/" + id;
    }
}
