package io.dorsal.triage.shadow;

import static io.dorsal.triage.testing.Submitted.MILD_COMPLETE;
import static io.dorsal.triage.testing.Submitted.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Lane;
import io.dorsal.events.ShadowDisagreed;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.rulesets.CandidateRuleset;
import io.dorsal.testsupport.topics.TopicClient;
import io.dorsal.triage.testing.Submitted;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
@DirtiesContext
class ShadowIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private final TopicClient topics = new TopicClient();
    private final MeterRegistry registry;

    ShadowIT(@Autowired MeterRegistry registry) {
        this.registry = registry;
    }

    /** CES-1 would no longer be an emergency. */
    @DynamicPropertySource
    static void candidate(DynamicPropertyRegistry properties) {
        CandidateRuleset.copiedTo(folder).withUrgency("emergency.yaml", "CES-1", "URGENT");
        properties.add("triage.shadow-ruleset", folder::toString);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void whereTheCandidateDisagreesTheActiveOneDecidesAndTheDisagreementIsPublished() {
        UUID id = UUID.randomUUID();

        topics.send(Topics.ASSESSMENTS, id, Submitted.event(id, 1, RETENTION, Lane.INTERACTIVE));

        ShadowDisagreed disagreed = theOnly(Topics.SHADOW, id);
        assertThat(disagreed.getActiveUrgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(disagreed.getActiveRulesetVersion()).isEqualTo(Rulesets.ACTIVE_VERSION);
        assertThat(disagreed.getCandidateUrgency()).isEqualTo(Urgency.URGENT);
        assertThat(disagreed.getCandidateRulesetVersion()).isEqualTo(CandidateRuleset.VERSION);
        assertThat(disagreed.getRules()).containsExactly("CES-1");
        assertThat(disagreed.getDecisionId()).isEqualTo(Identities.decisionId(id, 1));
        assertThat(disagreed.getReceivedAt()).isEqualTo(Submitted.RECEIVED);
        UrgencyDecided decided = theOnly(Topics.DECISIONS, id);
        assertThat(decided.getDecision().getUrgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(decided.getDecision().getRulesetVersion()).isEqualTo(Rulesets.ACTIVE_VERSION);
        assertThat(theOnly(Topics.EMERGENCIES, id)).isEqualTo(decided);
        assertThat(registry.get("dorsal.shadow.disagreements")
                        .tags("rule", "CES-1", "from", "EMERGENCY", "to", "URGENT")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void whatIsDecidedTwiceDisagreesTwiceUnderOneId() {
        UUID id = UUID.randomUUID();

        topics.send(Topics.ASSESSMENTS, id, Submitted.event(id, 1, RETENTION, Lane.INTERACTIVE));
        topics.send(Topics.ASSESSMENTS, id, Submitted.event(id, 1, RETENTION, Lane.INTERACTIVE));

        List<ShadowDisagreed> twice =
                await().atMost(SOON).until(() -> topics.events(Topics.SHADOW, id), events -> events.size() == 2);
        assertThat(twice.getFirst().getEventId()).isEqualTo(twice.getLast().getEventId());
    }

    @Test
    void whereBothAgreeNothingIsPublished() {
        UUID id = UUID.randomUUID();
        UUID behind = UUID.randomUUID();
        double agreed = agreed();

        topics.send(Topics.ASSESSMENTS_BULK, id, Submitted.event(id, 1, MILD_COMPLETE, Lane.BULK));
        await().atMost(SOON).until(() -> agreed() > agreed);
        topics.send(Topics.ASSESSMENTS_BULK, behind, Submitted.event(behind, 1, RETENTION, Lane.BULK));

        theOnly(Topics.SHADOW, behind);
        assertThat(topics.events(Topics.SHADOW, id)).isEmpty();
    }

    private double agreed() {
        return registry.get("dorsal.shadow.cases")
                .tag("outcome", "AGREED")
                .counter()
                .count();
    }

    private <E extends SpecificRecord> E theOnly(Topic<E> topic, UUID id) {
        return await().atMost(SOON)
                .until(() -> topics.events(topic, id), events -> events.size() == 1)
                .getFirst();
    }
}
