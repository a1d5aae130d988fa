package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What FHIR's parsers let pass in JSON, and we do not: members that are given twice, several values of one element, whatever
 * follows the resource, depth without end, and answers of another JSON type than theirs.
 */
public final class StrictJsonBody {

    private static final int DEEPEST = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What an answer, or an extension, holds: by FHIR's rule one of them. */
    static final Pattern VALUE = Pattern.compile("_?value[A-Z].*");

    static final String ONE_VALUE = "An element has one value.";

    private static final Expected TEXT = new Expected("a string", JsonToken.VALUE_STRING);

    /** Those that answers are of. */
    private static final Map<String, Expected> TYPES = Map.of(
            "valueBoolean",
            new Expected("true or false", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
            "valueInteger",
            new Expected("a whole number", JsonToken.VALUE_NUMBER_INT),
            "valueString",
            TEXT,
            "valueDateTime",
            TEXT,
            "valueCoding",
            new Expected("an object", JsonToken.START_OBJECT));

    private StrictJsonBody() {}

    /** What is wrong with the form of a body. */
    public static List<Issue> issues(String text) {
        List<Issue> issues = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return List.of(malformed("The body must be a JSON object."));
            }
            String type = read(parser, issues);
            if (parser.nextToken() != null) {
                return List.of(malformed("The body must end with its JSON object."));
            }
            return issues.stream()
                    .map(issue -> new Issue(issue.code(), issue.text(), type + issue.expression()))
                    .toList();
        } catch (JacksonException e) {
            return List.of(malformed("The body is no well-formed JSON, or names a member twice, or is too deep."));
        }
    }

    /** Reads to the end of the object, and returns the type of the resource. */
    private static String read(JsonParser parser, List<Issue> issues) {
        String type = "";
        int depth = 1;
        ValueNames values = new ValueNames();
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            String name = parser.currentName();
            if (token == JsonToken.START_OBJECT) {
                values.begin(depth);
            }
            if (token == JsonToken.PROPERTY_NAME && name != null && values.hasAnother(depth, name)) {
                issues.add(Issue.structure(ONE_VALUE, expression(parser.streamReadContext())));
            }
            if (token == JsonToken.PROPERTY_NAME || name == null) {
                continue;
            }
            if (depth == 1 && name.equals("resourceType") && token == JsonToken.VALUE_STRING) {
                type = parser.getString();
            }
            Expected expected = TYPES.get(name);
            if (expected != null && !token.isStructEnd() && !expected.tokens().contains(token)) {
                issues.add(Issue.value(name + " is " + expected.words() + ".", expression(parent(parser, token))));
            }
        }
        return type.matches("[A-Za-z]{1,64}") ? type : "";
    }

    /** The context of the object that has the member at hand. */
    private static @Nullable TokenStreamContext parent(JsonParser parser, JsonToken token) {
        TokenStreamContext context = parser.streamReadContext();
        return token.isStructStart() ? context.getParent() : context;
    }

    /** The object of a context as {@code .item[0].answer[0]}. */
    private static String expression(@Nullable TokenStreamContext object) {
        StringBuilder expression = new StringBuilder();
        TokenStreamContext context = object == null ? null : object.getParent();
        while (context != null && !context.inRoot()) {
            if (context.inArray()) {
                expression.insert(0, "[" + context.getCurrentIndex() + "]");
            } else if (context.inObject()) {
                expression.insert(0, "." + plain(context.currentName()));
            }
            context = context.getParent();
        }
        return expression.toString();
    }

    /** A name is chosen by the sender: only one that elements of FHIR may have is repeated. */
    static String plain(@Nullable String name) {
        return name != null && name.matches("[A-Za-z]{1,32}") ? name : "element";
    }

    private static Issue malformed(String text) {
        return new Issue("structure", text, null);
    }

    /** What the values of the objects that are open are called; what belongs to one begins with an underscore. */
    private static final class ValueNames {

        private final Map<Integer, String> names = new HashMap<>();

        void begin(int depth) {
            names.remove(depth);
        }

        boolean hasAnother(int depth, String member) {
            if (!VALUE.matcher(member).matches()) {
                return false;
            }
            String name = member.startsWith("_") ? member.substring(1) : member;
            String before = names.putIfAbsent(depth, name);
            return before != null && !before.equals(name);
        }
    }

    /** What the JSON of a member may begin with. */
    private record Expected(String words, List<JsonToken> tokens) {

        Expected(String words, JsonToken... tokens) {
            this(words, List.of(tokens));
        }
    }
}
