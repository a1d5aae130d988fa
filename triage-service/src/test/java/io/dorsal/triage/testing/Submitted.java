package io.dorsal.triage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Answers;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.Lane;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.schemas.identity.Identities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Assessments as intake publishes them. */
public final class Submitted {

    /** When they were received. */
    public static final Instant RECEIVED = Instant.parse("2026-11-22T03:00:00Z");

    /** An emergency: CES-1. */
    public static final String RETENTION = """
            {"patient": {"reference": "x", "ageYears": 40},
             "pain": {"regions": ["LUMBAR"], "severity": 8, "durationDays": 1},
             "neuro": {"bladder": "RETENTION"}}""";

    /** Self-care, with a complete emergency screen. */
    public static final String MILD_COMPLETE = """
            {"patient": {"reference": "x", "ageYears": 29},
             "pain": {"regions": ["LUMBAR"], "severity": 2, "durationDays": 4, "trigger": "POSTURE", "course": "IMPROVING",
                      "improvesWithRest": true},
             "neuro": {"weakness": "NONE", "sensoryChange": "NONE", "bladder": "NORMAL", "bowelIncontinence": false,
                       "saddleNumbness": false},
             "systemic": {"fever": false, "unexplainedWeightLoss": false},
             "history": {"cancer": "NONE", "osteoporosis": false}}""";

    private static final Vocabulary VOCABULARY = VocabularyYaml.vocabulary();

    private Submitted() {}

    /** A revision of an assessment on a lane, its answers as clinics write them. */
    public static AssessmentSubmitted event(UUID id, int revision, String json, Lane lane) {
        return AssessmentSubmitted.newBuilder()
                .setEventId(Identities.eventId(AssessmentSubmitted.class, id, revision))
                .setAssessmentId(id)
                .setRevision(revision)
                .setClinicId("north")
                .setNetworkId("metro")
                .setLane(lane)
                .setChannel(Channel.REST)
                .setReceivedAt(RECEIVED)
                .setBodyHash("00")
                .setAnswers(answers(json))
                .build();
    }

    private static Answers answers(String json) {
        Reading reading = new AssessmentJson(VOCABULARY).read(json.getBytes(StandardCharsets.UTF_8), RECEIVED);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return new AnswersAvro(VOCABULARY)
                .toEvent(((Reading.Accepted) reading).assessment().answers());
    }
}
