package io.dorsal.system.support;

import io.dorsal.platform.client.FreshReferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A worked case: an assessment, and what clinicians expect of it.
 *
 * @param id such as D03
 * @param expected urgency, findings, referrals and the rest
 */
public record Case(String id, ObjectNode assessment, JsonNode expected) {

    private static final JsonMapper JSON = new JsonMapper();

    /** All cases of the repository, each of a patient that nobody has seen before. */
    public static List<Case> all() {
        try {
            return Files.readAllLines(Repository.path("clinical-rules/src/test/resources/cases/regression.jsonl"))
                    .stream()
                    .map(line -> of(JSON.readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(JsonNode json) {
        ObjectNode assessment = (ObjectNode) json.path("assessment");
        return new Case(json.path("id").asString(), new FreshReferences().apply(assessment), json.path("expected"));
    }

    public boolean isEmergency() {
        return expected.path("urgency").asString().equals("EMERGENCY");
    }

    @Override
    public String toString() {
        return id;
    }
}
