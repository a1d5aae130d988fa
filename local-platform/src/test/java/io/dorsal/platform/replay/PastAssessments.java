package io.dorsal.platform.replay;

import io.dorsal.clinicalevents.EventAnswers;
import io.dorsal.events.Answers;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.Lane;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The repository's worked cases as intake publishes them. */
public final class PastAssessments {

    /** An emergency by CES-1 alone that has to be found first. */
    public static final String CAUDA_EQUINA = "D03";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Vocabulary VOCABULARY = VocabularyYaml.vocabulary();

    private final Map<String, Answers> answers = new LinkedHashMap<>();

    public PastAssessments() {
        AssessmentJson reader = new AssessmentJson(VOCABULARY);
        EventAnswers mapping = new EventAnswers(VOCABULARY);
        try {
            for (String line :
                    Files.readAllLines(Repository.file("clinical-rules/src/test/resources/cases/regression.jsonl"))) {
                JsonNode one = JSON.readTree(line);
                byte[] body = JSON.writeValueAsBytes(one.path("assessment"));
                if (reader.read(body, Instant.EPOCH) instanceof Reading.Accepted(var assessment)) {
                    answers.put(one.path("id").asString(), mapping.toEvent(assessment.answers()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the cases, such as D03. */
    public Iterable<String> cases() {
        return answers.keySet();
    }

    /** A case as the revision of an assessment. */
    public AssessmentSubmitted event(String name, UUID id, int revision, Instant receivedAt, Lane lane) {
        return AssessmentSubmitted.newBuilder()
                .setEventId(Identities.eventId(AssessmentSubmitted.class, id, revision))
                .setAssessmentId(id)
                .setRevision(revision)
                .setClinicId("north")
                .setNetworkId("metro")
                .setLane(lane)
                .setChannel(Channel.REST)
                .setReceivedAt(receivedAt)
                .setBodyHash("00")
                .setAnswers(answers.get(name))
                .build();
    }
}
