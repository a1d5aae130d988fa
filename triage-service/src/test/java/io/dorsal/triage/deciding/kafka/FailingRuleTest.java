package io.dorsal.triage.deciding.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Decision;
import io.dorsal.events.Finding;
import io.dorsal.events.Lane;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.kit.messaging.RecordPosition;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.dorsal.triage.deciding.DecisionMetrics;
import io.dorsal.triage.shadow.Shadow;
import io.dorsal.triage.testing.BrokenRule;
import io.dorsal.triage.testing.Submitted;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailingRuleTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UUID id = UUID.randomUUID();

    @Test
    void countsAsFiredInTheEventAndInTheMetricsAndTheLogSaysWhereItFailed(CapturedOutput output) {
        List<Outgoing> outgoing = decide(Submitted.event(id, 1, Submitted.MILD_COMPLETE, Lane.INTERACTIVE));

        assertThat(outgoing).extracting(Outgoing::topic).containsExactly(Topics.EMERGENCIES, Topics.DECISIONS);
        Decision decision = ((UrgencyDecided) outgoing.getLast().event()).getDecision();
        assertThat(decision.getUrgency()).isEqualTo(Urgency.EMERGENCY);
        Finding finding = decision.getFindings().getFirst();
        assertThat(finding.getRule()).isEqualTo(BrokenRule.ID);
        assertThat(finding.getEvaluationFailed()).isTrue();
        assertThat(registry.get("dorsal.rule.failures")
                        .tag("rule", BrokenRule.ID)
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(output)
                .contains(BrokenRule.ID, "assessment " + id)
                .contains("ArrayIndexOutOfBoundsException [io.dorsal.rules.assessment.Answers.raw(")
                .doesNotContain(BrokenRule.QUOTED);
    }

    private List<Outgoing> decide(AssessmentSubmitted assessment) {
        DecisionMetrics metrics =
                new DecisionMetrics(registry, BrokenRule.engine().ruleset());
        return new DecidingAssessments(
                        new DecidingUrgency(NetworkEngines.withoutPolicies(BrokenRule.engine()), metrics),
                        new AnswersAvro(VocabularyYaml.vocabulary()),
                        metrics,
                        Shadow.NONE,
                        Clock.fixed(Submitted.RECEIVED, ZoneOffset.UTC))
                .process(List.of(new Received<>(
                        assessment, id.toString(), new RecordPosition(Topics.ASSESSMENTS.name(), 0, 0))));
    }
}
