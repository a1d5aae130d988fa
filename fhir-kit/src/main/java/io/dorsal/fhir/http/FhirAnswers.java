package io.dorsal.fhir.http;

import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers with resources. */
public final class FhirAnswers {

    private final FhirModel model;

    FhirAnswers(FhirModel model) {
        this.model = model;
    }

    /** 200 with a resource, and the version of it where it has one. */
    public ResponseEntity<String> ok(HttpServletRequest request, Resource resource) {
        String version = resource.getMeta().getVersionId();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (version != null) {
            answer.header(HttpHeaders.ETAG, etag(version));
        }
        return with(answer, resource, FhirFormat.asked(request));
    }

    /** Completes an answer with a resource. */
    public ResponseEntity<String> with(ResponseEntity.BodyBuilder answer, Resource resource, FhirFormat format) {
        return model.write(resource, format)
                .map(text -> with(answer, text, format))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_ACCEPTABLE, "There is a text in it that XML cannot hold. Ask for JSON."));
    }

    /** Completes an answer with a resource as it is written. */
    public ResponseEntity<String> with(ResponseEntity.BodyBuilder answer, String text, FhirFormat format) {
        return answer.header(HttpHeaders.CONTENT_TYPE, format.contentType()).body(text);
    }

    /**
     * 200 with a resource and its version, past Spring, which would answer 304 by the version: for resources of which
     * something is told that may change without it.
     */
    public void write(HttpServletRequest request, HttpServletResponse response, Resource resource) throws IOException {
        ResponseEntity<String> answer = with(ResponseEntity.ok(), resource, FhirFormat.asked(request));
        String version = resource.getMeta().getVersionId();
        if (version != null) {
            response.setHeader(HttpHeaders.ETAG, etag(version));
        }
        response.setContentType(String.valueOf(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)));
        response.getOutputStream()
                .write(Objects.requireNonNull(answer.getBody()).getBytes(StandardCharsets.UTF_8));
    }

    /** The entity tag of a version. */
    public static String etag(String version) {
        return "W/\"" + version + "\"";
    }
}
