package io.dorsal.triage.deciding;

import static io.dorsal.triage.testing.Submitted.MILD_COMPLETE;
import static io.dorsal.triage.testing.Submitted.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Bladder;
import io.dorsal.events.Decision;
import io.dorsal.events.Finding;
import io.dorsal.events.Lane;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.topics.TopicClient;
import io.dorsal.triage.testing.Submitted;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class DecidingIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MILD_STABLE = MILD_COMPLETE.replace("IMPROVING", "STABLE");

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
        assertThat(decided.getReceivedAt()).isEqualTo(Submitted.RECEIVED);
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
        topics.send(Topics.ASSESSMENTS, next, Submitted.event(next, 1, MILD_COMPLETE, Lane.INTERACTIVE));

        await().atMost(SOON).until(() -> topics.events(Topics.DECISIONS, next), events -> events.size() == 1);
        theOnlyParked(Subscriptions.TRIAGE_ASSESSMENTS);
        assertThat(topics.events(Topics.DECISIONS, id)).isEmpty();
    }

    @Test
    void anUndecodableRecordIsParkedByteForByteAndItsNeighboursAreDecided() {
        byte[] garbage = {(byte) 0xc3, 1, 0, 7, (byte) 0xff};

        topics.send(Topics.ASSESSMENTS, id, assessment(1, RETENTION, Lane.INTERACTIVE));
        topics.send(Topics.ASSESSMENTS.name(), id.toString(), garbage);
        topics.send(Topics.ASSESSMENTS, id, assessment(2, MILD_COMPLETE, Lane.INTERACTIVE));

        await().atMost(SOON).until(() -> topics.events(Topics.DECISIONS, id), events -> events.size() == 2);
        assertThat(theOnlyParked(Subscriptions.TRIAGE_ASSESSMENTS).value()).isEqualTo(garbage);
    }

    @Test
    void aThirdPresentationIsFoundByTheCountThatIntakeSendsAlong() {
        AssessmentSubmitted third = AssessmentSubmitted.newBuilder(assessment(1, MILD_STABLE, Lane.INTERACTIVE))
                .setPreviousAssessments(2)
                .build();

        topics.send(Topics.ASSESSMENTS, id, third);

        Decision decision = theOnly(Topics.DECISIONS).getDecision();
        assertThat(decision.getFindings()).extracting(Finding::getRule).containsExactly("REPRESENTED-1");
        assertThat(decision.getOpenRules()).isEmpty();
    }

    @Test
    void aCountThatIsNotKnownLeavesItsRuleOpen() {
        topics.send(Topics.ASSESSMENTS, id, assessment(1, MILD_STABLE, Lane.INTERACTIVE));

        assertThat(theOnly(Topics.DECISIONS).getDecision().getOpenRules()).containsExactly("REPRESENTED-1");
    }

    @Test
    void anAnswerOfALaterVersionCountsAsUnanswered() {
        AssessmentSubmitted later = assessment(1, MILD_COMPLETE, Lane.INTERACTIVE);
        later.getAnswers().getNeuro().put("bladder", Bladder.UNRECOGNISED);

        topics.send(Topics.ASSESSMENTS, id, later);

        Decision decision = theOnly(Topics.DECISIONS).getDecision();
        assertThat(decision.getUnansweredSafetyQuestions()).containsExactly("neuro.bladder");
        assertThat(decision.getFindings()).extracting(Finding::getRule).containsExactly("SCREEN-2");
    }

    @Test
    void aSyntheticAssessmentIsDecidedAsSuch() {
        AssessmentSubmitted synthetic = AssessmentSubmitted.newBuilder(assessment(1, RETENTION, Lane.INTERACTIVE))
                .setSynthetic(true)
                .build();

        topics.send(Topics.ASSESSMENTS, id, synthetic);

        assertThat(theOnly(Topics.DECISIONS).getSynthetic()).isTrue();
        assertThat(theOnly(Topics.EMERGENCIES).getSynthetic()).isTrue();
    }

    private ConsumerRecord<String, byte[]> theOnlyParked(Subscription<?> subscription) {
        return await().atMost(SOON)
                .until(() -> topics.records(subscription.parkedTopic(), id), list -> list.size() == 1)
                .getFirst();
    }

    private UrgencyDecided theOnly(Topic<UrgencyDecided> topic) {
        return await().atMost(SOON)
                .until(() -> topics.events(topic, id), events -> events.size() == 1)
                .getFirst();
    }

    private AssessmentSubmitted assessment(int revision, String json, Lane lane) {
        return Submitted.event(id, revision, json, lane);
    }
}
