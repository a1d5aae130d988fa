package io.dorsal.intake.cdshooks.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request by CDS Hooks. It is read strictly as JSON, but may have members that nobody here knows: clients
 * send {@code fhirServer}, {@code prefetch} and extensions. What is wrong is told all at once, and not repeated.
 */
final class JsonBody {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;
    private final List<FieldProblem> problems = new ArrayList<>();

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    static JsonBody read(byte @Nullable [] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body == null ? new byte[0] : body))
                    .toString();
            JsonNode root = STRICT.readTree(text);
            if (root.isObject()) {
                return new JsonBody(root);
            }
        } catch (CharacterCodingException | JacksonException e) {
            // Answered as anything else that is no object.
        }
        throw new ProblemException(HttpStatus.BAD_REQUEST, "The body must be a JSON object.");
    }

    JsonNode root() {
        return root;
    }

    /** The text of a member; empty where it is none, which is a problem. */
    String text(JsonNode parent, String parentPath, String name, int longest) {
        JsonNode member = parent.path(name);
        if (member.isString() && isText(member.stringValue(), longest)) {
            return member.stringValue();
        }
        problem(
                parentPath + name,
                "%s is required and must be a string of 1 to %d characters, without NUL and unpaired surrogates"
                        .formatted(name, longest));
        return "";
    }

    /** The UUID in a member; null where it is none, which is a problem. */
    @Nullable
    UUID uuid(JsonNode parent, String parentPath, String name) {
        JsonNode member = parent.path(name);
        if (member.isString()) {
            try {
                UUID id = UUID.fromString(member.stringValue());
                if (id.toString().equalsIgnoreCase(member.stringValue())) {
                    return id;
                }
            } catch (IllegalArgumentException e) {
                // Told below.
            }
        }
        problem(parentPath + name, name + " is required and must be a UUID");
        return null;
    }

    void problem(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }

    /** Throws what is wrong, if anything is. */
    void require() {
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
    }

    private static boolean isText(String text, int longest) {
        long length = text.codePoints().count();
        return length >= 1
                && length <= longest
                && text.codePoints().noneMatch(one -> one == 0 || Character.getType(one) == Character.SURROGATE);
    }
}
