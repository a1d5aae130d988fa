package io.dorsal.triage.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Answers;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.Lane;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.topics.TopicClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class DecidingIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant RECEIVED = Instant.parse("2026-11-22T03:00:00Z");
    private static final String RETENTION = """
            {"patient": {"reference": "x", "ageYears": 40},
             "pain": {"regions": ["LUMBAR"], "severity": 8, "durationDays": 1},
             "neuro": {"bladder": "RETENTION"}}""";
    private static final String MILD_COMPLETE = """
            {"patient": {"reference": "x", "ageYears": 29},
             "pain": {"regions": ["LUMBAR"], "severity": 2, "durationDays": 4, "trigger": "POSTURE", "course": "IMPROVING",
                      "improvesWithRest": true},
             "neuro": {"weakness": "NONE", "sensoryChange": "NONE", "bladder": "NORMAL", "bowelIncontinence": false,
                       "saddleNumbness": false},
             "systemic": {"fever": false, "unexplainedWeightLoss": false},
             "history": {"cancer": "NONE", "osteoporosis": false}}""";

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void anEmergencyIsDecidedAndTellsOnCallStaff() {
        topics.send(Topics.ASSESSMENTS, id, assessment(1, RETENTION, Lane.INTERACTIVE));

        UrgencyDecided decided = theOnly(Topics.DECISIONS);
        assertThat(decided.getDecision().getUrgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(decided.getDecision().getFindings().getFirst().getRule()).isEqualTo("CES-1");
        assertThat(decided.getDecisionId()).isEqualTo(Identities.decisionId(id, 1));
        assertThat(decided.getReceivedAt()).isEqualTo(RECEIVED);
        assertThat(theOnly(Topics.EMERGENCIES)).isEqualTo(decided);
    }

    @Test
    void anOrdinaryPainTellsNobodyOnCall() {
        topics.send(Topics.ASSESSMENTS, id, assessment(1, MILD_COMPLETE, Lane.INTERACTIVE));

        assertThat(theOnly(Topics.DECISIONS).getDecision().getUrgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(topics.events(Topics.EMERGENCIES, id)).isEmpty();
    }

    @Test
    void aLaterRevisionTellsOnCallStaffWhateverItsUrgency() {
        topics.send(Topics.ASSESSMENTS, id, assessment(2, MILD_COMPLETE, Lane.INTERACTIVE));

        assertThat(theOnly(Topics.EMERGENCIES).getRevision()).isEqualTo(2);
    }

    @Test
    void theBulkLaneStaysApartAndStillTellsOfEmergencies() {
        topics.send(Topics.ASSESSMENTS_BULK, id, assessment(1, RETENTION, Lane.BULK));

        assertThat(theOnly(Topics.DECISIONS_BULK).getLane()).isEqualTo(Lane.BULK);
        assertThat(theOnly(Topics.EMERGENCIES).getLane()).isEqualTo(Lane.BULK);
        assertThat(topics.events(Topics.DECISIONS, id)).isEmpty();
    }

    @Test
    void aRepeatedAssessmentIsDecidedUnderTheSameIds() {
        topics.send(Topics.ASSESSMENTS, id, assessment(1, RETENTION, Lane.INTERACTIVE));
        topics.send(Topics.ASSESSMENTS, id, assessment(1, RETENTION, Lane.INTERACTIVE));

        List<UrgencyDecided> decided =
                await().atMost(SOON).until(() -> topics.events(Topics.DECISIONS, id), events -> events.size() == 2);
        assertThat(decided.getFirst().getEventId()).isEqualTo(decided.getLast().getEventId());
        assertThat(decided.getFirst().getDecision()).isEqualTo(decided.getLast().getDecision());
    }

    @Test
    void answersThatCannotBeAreParkedAndTheNextIsDecided() {
        UUID next = UUID.randomUUID();
        AssessmentSubmitted impossible = assessment(1, MILD_COMPLETE, Lane.INTERACTIVE);
        impossible.getAnswers().getPain().put("severity", 11);

        topics.send(Topics.ASSESSMENTS, id, impossible);
        topics.send(Topics.ASSESSMENTS, next, assessment(next, 1, MILD_COMPLETE, Lane.INTERACTIVE));

        await().atMost(SOON).until(() -> topics.events(Topics.DECISIONS, next), events -> events.size() == 1);
        await().atMost(SOON)
                .until(
                        () -> topics.records(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), id),
                        list -> list.size() == 1);
        assertThat(topics.events(Topics.DECISIONS, id)).isEmpty();
    }

    private UrgencyDecided theOnly(Topic<UrgencyDecided> topic) {
        return await().atMost(SOON)
                .until(() -> topics.events(topic, id), events -> events.size() == 1)
                .getFirst();
    }

    private AssessmentSubmitted assessment(int revision, String json, Lane lane) {
        return assessment(id, revision, json, lane);
    }

    private static AssessmentSubmitted assessment(UUID id, int revision, String json, Lane lane) {
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
        Reading reading =
                new AssessmentJson(VocabularyYaml.vocabulary()).read(json.getBytes(StandardCharsets.UTF_8), RECEIVED);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return new AnswersAvro(VocabularyYaml.vocabulary())
                .toEvent(((Reading.Accepted) reading).assessment().answers());
    }
}
