package io.dorsal.intake.fhir.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Absolute addresses of resources, as the caller sees this server.
 *
 * @param base without a slash at the end
 */
record Addresses(String base) {

    static Addresses of(HttpServletRequest request) {
        return new Addresses(ServletUriComponentsBuilder.fromContextPath(request)
                .path("/fhir")
                .build()
                .toUriString());
    }

    String of(String type, UUID id) {
        return base + "/" + type + "/" + id;
    }
}
