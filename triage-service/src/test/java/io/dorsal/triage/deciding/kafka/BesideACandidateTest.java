package io.dorsal.triage.deciding.kafka;

import static io.dorsal.triage.testing.Submitted.MILD_COMPLETE;
import static io.dorsal.triage.testing.Submitted.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Lane;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.kit.messaging.RecordPosition;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.dorsal.triage.deciding.DecisionMetrics;
import io.dorsal.triage.shadow.Candidate;
import io.dorsal.triage.shadow.DecidedAssessment;
import io.dorsal.triage.shadow.Disagreement;
import io.dorsal.triage.shadow.Disagreements;
import io.dorsal.triage.shadow.Shadow;
import io.dorsal.triage.shadow.ShadowEvaluation;
import io.dorsal.triage.testing.BrokenRule;
import io.dorsal.triage.testing.Submitted;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever the candidate does, the active ruleset decides as if there were none. */
@ExtendWith(OutputCaptureExtension.class)
class BesideACandidateTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MORE_THAN_CAN_WAIT = 5_000;

    private final TriageEngine active = new TriageEngine(Rulesets.active());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Published published = new Published();
    private final List<Received<AssessmentSubmitted>> assessments = Stream.of(RETENTION, MILD_COMPLETE)
            .map(json -> received(Submitted.event(UUID.randomUUID(), 1, json, Lane.INTERACTIVE)))
            .toList();

    @Test
    void aCandidateThatThrowsIsCountedAndChangesNothing(CapturedOutput output) {
        List<Outgoing> alone = decide(Shadow.NONE, assessments);

        try (ShadowEvaluation shadow = beside(this::overflow)) {
            assertThat(decide(shadow, assessments)).isEqualTo(alone);
            await().atMost(SOON).until(() -> cases("FAILED") == assessments.size());
        }
        assertThat(published.all).isEmpty();
        assertThat(output)
                .contains("could not decide assessment", "java.lang.StackOverflowError [")
                .doesNotContain(BrokenRule.QUOTED);
    }

    @Test
    void aCandidateOfWhichARuleCannotBeEvaluatedHasFailedAndTheLogNamesTheRule(CapturedOutput output) {
        try (ShadowEvaluation shadow = beside(Candidate.of(BrokenRule.engine(), Map.of()))) {
            decide(shadow, assessments);
            await().atMost(SOON).until(() -> cases("FAILED") == assessments.size());
        }
        assertThat(output).contains("rule " + BrokenRule.ID).doesNotContain(BrokenRule.QUOTED);
    }

    @Test
    void aNetworkWithAPolicyIsComparedWithTheCandidateUnderThatPolicy() {
        try (ShadowEvaluation shadow = beside(Candidate.of(BrokenRule.engine(), Map.of("metro", active)))) {
            decide(shadow, assessments);
            await().atMost(SOON).until(() -> cases("AGREED") == assessments.size());
        }
    }

    @Test
    void aCandidateThatHangsHoldsUpNobodyAndWhatItMissesIsCounted() {
        List<Received<AssessmentSubmitted>> many = IntStream.range(0, MORE_THAN_CAN_WAIT)
                .mapToObj(i -> assessments.get(i % assessments.size()))
                .toList();
        List<Outgoing> alone = decide(Shadow.NONE, many);
        CountDownLatch hanging = new CountDownLatch(1);

        try (ShadowEvaluation shadow = beside(one -> {
            awaitFor(hanging);
            return one.decision();
        })) {
            assertThat(decide(shadow, many)).isEqualTo(alone);

            assertThat(cases("SKIPPED")).isPositive();
            assertThat(cases("AGREED")).isZero();
            hanging.countDown();
            await().atMost(SOON).until(() -> cases("AGREED") + cases("SKIPPED") == many.size());
        }
    }

    @Test
    void aCandidateThatDisagreesIsCountedAndTold() {
        List<Outgoing> alone = decide(Shadow.NONE, assessments);

        try (ShadowEvaluation shadow = beside(one -> active.decide(mild(), null))) {
            assertThat(decide(shadow, assessments)).isEqualTo(alone);
            await().atMost(SOON).until(() -> cases("AGREED") == 1 && published.all.size() == 1);
        }
        Disagreement told = published.all.element();
        assertThat(told.assessment().assessmentId())
                .isEqualTo(assessments.getFirst().event().getAssessmentId());
        assertThat(told.change().rule()).isEqualTo("CES-1");
        assertThat(registry.get("dorsal.shadow.disagreements")
                        .tags("rule", "CES-1", "from", "EMERGENCY", "to", "SELF_CARE")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(published.closed).isTrue();
    }

    @Test
    void aDisagreementThatCannotBePublishedIsCountedAndTheNextIsCompared(CapturedOutput output) {
        published.failing = true;

        try (ShadowEvaluation shadow = beside(one -> active.decide(mild(), null))) {
            decide(shadow, assessments);
            await().atMost(SOON).until(() -> cases("AGREED") == 1);
        }
        assertThat(registry.get("dorsal.shadow.unpublished").counter().count()).isEqualTo(1);
        assertThat(output).contains("was not published").doesNotContain(BrokenRule.QUOTED);
    }

    private Decision overflow(DecidedAssessment one) {
        throw new StackOverflowError(BrokenRule.QUOTED);
    }

    private ShadowEvaluation beside(Candidate candidate) {
        return ShadowEvaluation.started(candidate, published, registry);
    }

    private double cases(String outcome) {
        return registry.get("dorsal.shadow.cases")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private io.dorsal.rules.assessment.Answers mild() {
        return new AnswersAvro(VocabularyYaml.vocabulary())
                .toDomain(assessments.getLast().event().getAnswers());
    }

    private List<Outgoing> decide(Shadow shadow, List<Received<AssessmentSubmitted>> batch) {
        DecisionMetrics metrics = new DecisionMetrics(registry, active.ruleset());
        return new DecidingAssessments(
                        new DecidingUrgency(NetworkEngines.withoutPolicies(active), metrics),
                        new AnswersAvro(VocabularyYaml.vocabulary()),
                        metrics,
                        shadow,
                        Clock.fixed(Submitted.RECEIVED, ZoneOffset.UTC))
                .process(batch);
    }

    private static Received<AssessmentSubmitted> received(AssessmentSubmitted event) {
        return new Received<>(
                event, event.getAssessmentId().toString(), new RecordPosition(Topics.ASSESSMENTS.name(), 0, 0));
    }

    private static void awaitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Published implements Disagreements {

        private final Queue<Disagreement> all = new ConcurrentLinkedQueue<>();
        private volatile boolean failing;
        private volatile boolean closed;

        @Override
        public void publish(Disagreement disagreement) {
            if (failing) {
                throw new IllegalStateException(BrokenRule.QUOTED);
            }
            all.add(disagreement);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
