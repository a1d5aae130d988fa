package io.dorsal.triage.evaluating.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.dorsal.triage.deciding.DecisionMetrics;
import io.dorsal.triage.testing.BrokenRule;
import io.dorsal.triage.testing.Submitted;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class FailingRuleTest {

    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMIN), null, Set.of(), Set.of());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JsonMapper json = new JsonMapper();

    @Test
    void isMarkedInTheAnswerAndIsCountedAndLoggedAsInADecision(CapturedOutput output) {
        EvaluationController controller = new EvaluationController(
                new DecidingUrgency(
                        NetworkEngines.withoutPolicies(BrokenRule.engine()),
                        new DecisionMetrics(registry, BrokenRule.engine().ruleset())),
                new AssessmentJson(VocabularyYaml.vocabulary()),
                new ClinicDirectory(List.of()),
                json,
                Clock.fixed(Submitted.RECEIVED, ZoneOffset.UTC));

        JsonNode decision = json.readTree(
                controller.evaluate(Submitted.MILD_COMPLETE.getBytes(StandardCharsets.UTF_8), null, ADMIN));

        assertThat(decision.path("findings").path(0).path("evaluationFailed").asBoolean())
                .isTrue();
        assertThat(registry.get("dorsal.rule.failures")
                        .tag("rule", BrokenRule.ID)
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.find("dorsal.decisions").counters())
                .allSatisfy(decisions -> assertThat(decisions.count()).isZero());
        assertThat(output)
                .contains(BrokenRule.ID)
                .contains("ArrayIndexOutOfBoundsException [io.dorsal.rules.assessment.Answers.raw(")
                .doesNotContain(BrokenRule.QUOTED);
    }
}
