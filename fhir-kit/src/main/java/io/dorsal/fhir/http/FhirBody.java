package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirModel.Parsed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpStatus;

/** Reads the resource in a request's body strictly; whatever is wrong with its form is 400. */
public final class FhirBody {

    private final FhirModel model;

    FhirBody(FhirModel model) {
        this.model = model;
    }

    /** What is sent; 400 where it is no resource of R4. */
    public Parsed.Read<Resource> read(HttpServletRequest request) throws IOException {
        FhirFormat format = FhirFormat.ofBody(request);
        String text = text(request);
        List<Issue> issues = switch (format) {
            case JSON -> StrictJsonBody.issues(text);
            case XML -> StrictXmlBody.issues(text);
        };
        if (!issues.isEmpty()) {
            throw Problems.of(HttpStatus.BAD_REQUEST, issues);
        }
        return switch (model.parse(text, format)) {
            case Parsed.Read<?>(Resource resource, int badValues) -> new Parsed.Read<>(resource, badValues);
            case Parsed.Unreadable() ->
                throw malformed("The body has elements that no resource of R4 of this kind has.");
        };
    }

    /** The bytes of a body as text; the limit of its size is kept by a filter. */
    static String text(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private static RuntimeException malformed(String text) {
        return Problems.of(HttpStatus.BAD_REQUEST, List.of(new Issue("structure", text, null)));
    }
}
