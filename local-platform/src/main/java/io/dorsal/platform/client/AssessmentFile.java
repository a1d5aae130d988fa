package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Assessments in a file: one JSON document, a list of them, or a line each (NDJSON). An assessment stands there by itself
 * or as the member {@code assessment} of a case, as in the regression cases.
 */
public final class AssessmentFile {

    private static final String OF_A_CASE = "assessment";

    /** Numbers stay as they were written, and what is written twice is refused here as the service would refuse it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AssessmentFile() {}

    /**
     * Reads a file to its end before anything is submitted.
     *
     * @param change applied to each assessment, such as a new patient reference
     * @throws PartFailure naming file and line where it cannot be read
     */
    public static List<FiledAssessment> read(Path file, UnaryOperator<ObjectNode> change) {
        List<FiledAssessment> assessments = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(Files.newInputStream(file))) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                List<JsonNode> all = document.isArray() ? document.valueStream().toList() : List.of(document);
                all.forEach(one -> assessments.add(filed(file, assessments.size() + 1, one, change)));
            }
        } catch (JacksonException e) {
            throw new PartFailure(
                    "%s is not JSON: line %d"
                            .formatted(
                                    file,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr()),
                    e);
        } catch (NoSuchFileException e) {
            throw new PartFailure("there is no file " + file, e);
        } catch (IOException e) {
            throw new PartFailure(file + " cannot be read", e);
        }
        if (assessments.isEmpty()) {
            throw new PartFailure("there is no assessment in " + file);
        }
        return assessments;
    }

    private static FiledAssessment filed(Path file, int number, JsonNode document, UnaryOperator<ObjectNode> change) {
        JsonNode assessment = document.path(OF_A_CASE).isObject() ? document.path(OF_A_CASE) : document;
        String name = document.path("id").asStringOpt().orElse("#" + number);
        String label = file.getFileName() + " " + name;
        if (!(assessment instanceof ObjectNode object)) {
            throw new PartFailure(label + " is no assessment: a JSON object is needed");
        }
        return new FiledAssessment(label, JSON.writeValueAsString(change.apply(object)));
    }
}
