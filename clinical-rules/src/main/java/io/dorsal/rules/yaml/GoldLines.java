package io.dorsal.rules.yaml;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.FieldProblem;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.safety.GoldCase;
import io.dorsal.rules.safety.GoldSet;
import io.dorsal.rules.safety.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one file of gold cases in JSON, an object a line: {@code id}, {@code assessment}, {@code expected.urgency}. */
final class GoldLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final AssessmentJson ASSESSMENTS = new AssessmentJson(VocabularyYaml.vocabulary());

    private final Path path;
    private final String file;
    private final Origin origin;
    private final List<Defect> defects;

    GoldLines(Path path, Origin origin, List<Defect> defects) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.origin = origin;
        this.defects = defects;
    }

    GoldSet read() {
        List<GoldCase> cases = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(i + 1, lines.get(i)).ifPresent(cases::add);
            }
        }
        return new GoldSet(cases, List.of());
    }

    private List<String> lines() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            defects.add(new Defect(file, null, "is not valid UTF-8"));
        } catch (IOException e) {
            defects.add(new Defect(file, null, "cannot be read"));
        }
        return List.of();
    }

    private Optional<GoldCase> read(int number, String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            return refused("line " + number, "is not one JSON object");
        }
        if (!node.isObject()) {
            return refused("line " + number, "is not one JSON object");
        }
        String id = node.path("id").asString("");
        String name = "line " + number + (id.isBlank() ? "" : ", " + id);
        if (id.isBlank()) {
            return refused(name, "needs an id");
        }
        List<Urgency> accepted = accepted(name, node.path("expected").path("urgency"));
        Answers answers = answers(name, node.path("assessment"));
        return accepted.isEmpty() || answers == null
                ? Optional.empty()
                : Optional.of(new GoldCase(
                        file, id, node.path("story").asString(""), answers, null, accepted, origin(name, node)));
    }

    private Origin origin(String name, JsonNode node) {
        JsonNode told = node.path("origin");
        if (told.isMissingNode()) {
            return origin;
        }
        String kind = told.path("kind").asString("").toUpperCase(Locale.ROOT);
        for (Origin.Kind one : Origin.Kind.values()) {
            if (one.name().equals(kind)) {
                return new Origin(one, told.path("source").asString(""));
            }
        }
        refused(name, "unknown origin.kind, must be one of " + Arrays.toString(Origin.Kind.values()));
        return origin;
    }

    private List<Urgency> accepted(String name, JsonNode urgency) {
        List<JsonNode> named = urgency.isArray() ? List.copyOf(urgency.values()) : List.of(urgency);
        List<Urgency> accepted = new ArrayList<>();
        for (JsonNode one : named) {
            Arrays.stream(Urgency.values())
                    .filter(known -> known.name().equals(one.asString("")))
                    .forEach(accepted::add);
        }
        if (accepted.isEmpty() || accepted.size() < named.size()) {
            refused(name, "expected.urgency must be one or some of " + Arrays.toString(Urgency.values()));
            return List.of();
        }
        return accepted;
    }

    private @Nullable Answers answers(String name, JsonNode assessment) {
        if (!assessment.isObject()) {
            refused(name, "needs an assessment");
            return null;
        }
        return switch (ASSESSMENTS.read(JSON.writeValueAsBytes(assessment), Instant.MAX)) {
            case Reading.Accepted(var accepted) -> accepted.answers();
            case Reading.Malformed(String message) -> {
                refused(name, message);
                yield null;
            }
            case Reading.Invalid(List<FieldProblem> problems) -> {
                problems.forEach(problem -> refused(name, problem.path() + " " + problem.message()));
                yield null;
            }
        };
    }

    private Optional<GoldCase> refused(String name, String reason) {
        defects.add(new Defect(file, name, reason));
        return Optional.empty();
    }
}
