package io.dorsal.rules.yaml;

import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the vocabulary that is packed with this module. */
public final class VocabularyYaml {
    private static final String RESOURCE = "/vocabulary/questions.yaml";

    private VocabularyYaml() {}

    /** The one vocabulary; the same instance on every call. */
    public static Vocabulary vocabulary() {
        return Held.VOCABULARY;
    }

    private static final class Held {
        static final Vocabulary VOCABULARY = parse(read());
    }

    static JsonNode read() {
        try (InputStream yaml =
                Objects.requireNonNull(VocabularyYaml.class.getResourceAsStream(RESOURCE), "missing " + RESOURCE)) {
            return YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vocabulary parse(JsonNode entries) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode entry : entries) {
            Map<String, String> meanings = new HashMap<>();
            entry.path("meanings").forEachEntry((symbol, meaning) -> meanings.put(symbol, meaning.stringValue()));
            questions.add(new Question(
                    questions.size(),
                    entry.required("path").stringValue(),
                    type(entry),
                    entry.path("required").asBoolean(false),
                    entry.required("asks").stringValue(),
                    meanings));
        }
        return new Vocabulary(questions);
    }

    private static AnswerType type(JsonNode entry) {
        String type = entry.required("type").stringValue();
        return switch (type) {
            case "yesNo" -> new AnswerType.YesNo();
            case "number" -> {
                JsonNode range = entry.required("range");
                yield new AnswerType.WholeNumber(
                        range.required(0).intValue(), range.required(1).intValue());
            }
            case "oneOf" -> new AnswerType.OneOf(symbols(entry));
            case "setOf" ->
                new AnswerType.SetOf(symbols(entry), entry.path("atLeast").asInt(0));
            default -> throw new IllegalArgumentException(RESOURCE + ": no such type: " + type);
        };
    }

    private static List<String> symbols(JsonNode entry) {
        return entry.required("symbols")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
