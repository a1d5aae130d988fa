package io.dorsal.intake.fhir.http;

import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers with resources. */
final class FhirAnswers {

    private final FhirModel model;

    FhirAnswers(FhirModel model) {
        this.model = model;
    }

    /** 200 with a resource, and the version of it where it has one. */
    ResponseEntity<String> ok(HttpServletRequest request, Resource resource) {
        String version = resource.getMeta().getVersionId();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (version != null) {
            answer.header(HttpHeaders.ETAG, etag(version));
        }
        return with(answer, resource, FhirFormat.asked(request));
    }

    /** Completes an answer with a resource. */
    ResponseEntity<String> with(ResponseEntity.BodyBuilder answer, Resource resource, FhirFormat format) {
        return model.write(resource, format)
                .map(text -> with(answer, text, format))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_ACCEPTABLE, "There is a text in it that XML cannot hold. Ask for JSON."));
    }

    /** Completes an answer with a resource as it is written. */
    ResponseEntity<String> with(ResponseEntity.BodyBuilder answer, String text, FhirFormat format) {
        return answer.header(HttpHeaders.CONTENT_TYPE, format.contentType()).body(text);
    }

    static String etag(String version) {
        return "W/\"" + version + "\"";
    }
}
