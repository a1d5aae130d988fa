package io.dorsal.intake.view.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.rules.assessment.Assessment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code {"patientReference": "…"}} as strictly as a submission. */
final class PatientSearch {

    private static final String FIELD = "patientReference";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    String patientReference(byte[] body) {
        JsonNode read = read(body);
        if (!read.isObject()) {
            throw malformed();
        }
        List<FieldProblem> problems = new ArrayList<>();
        read.propertyNames().stream()
                .filter(name -> !name.equals(FIELD))
                .findAny()
                .ifPresent(name -> problems.add(new FieldProblem("", "The body has " + FIELD + " and nothing else.")));
        JsonNode reference = read.path(FIELD);
        if (!reference.isString() || !isReference(reference.stringValue())) {
            problems.add(
                    new FieldProblem(
                            FIELD,
                            FIELD
                                    + " is required and must be a string of 1 to 64 characters, without NUL and unpaired surrogates"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
        return reference.stringValue();
    }

    private static JsonNode read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return STRICT.readTree(text);
        } catch (CharacterCodingException | JacksonException e) {
            throw malformed();
        }
    }

    private static boolean isReference(String text) {
        long length = text.codePoints().count();
        return length >= 1
                && length <= Assessment.LONGEST_REFERENCE
                && text.codePoints().noneMatch(one -> one == 0 || Character.getType(one) == Character.SURROGATE);
    }

    private static ProblemException malformed() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "The body must be a JSON object with " + FIELD + ".");
    }
}
