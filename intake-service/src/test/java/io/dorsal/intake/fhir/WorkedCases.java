package io.dorsal.intake.fhir;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.testsupport.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked cases of the repository, as clinics would submit them. */
public final class WorkedCases {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AssessmentJson ASSESSMENTS =
            new AssessmentJson(Rulesets.active().vocabulary());

    private WorkedCases() {}

    /** All of them, read from JSON. */
    public static List<Assessment> all() {
        try (var lines = Files.lines(Repository.file("clinical-rules/src/test/resources/cases/regression.jsonl"))) {
            return lines.map(JSON::readTree)
                    .map(one -> read(one.path("assessment")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Assessment read(JsonNode assessment) {
        Reading reading = ASSESSMENTS.read(assessment.toString().getBytes(StandardCharsets.UTF_8), Instant.MAX);
        return ((Reading.Accepted) reading).assessment();
    }
}
