package io.dorsal.rules.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.vocabulary.AnswerValue;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class DecisionJsonTest {

    @Test
    void hasTheMembersOfTheContract() {
        assertThat(new String(DecisionJson.write(decision("MRI at once", false)), UTF_8))
                .isEqualTo("{\"urgency\":\"EMERGENCY\",\"rulesetVersion\":\"1\",\"rulesetHash\":\"ab\","
                        + "\"findings\":[{\"rule\":\"CES-1\",\"title\":\"Cauda equina syndrome\","
                        + "\"urgency\":\"EMERGENCY\",\"because\":["
                        + "{\"path\":\"neuro.bladder\",\"value\":\"RETENTION\"},"
                        + "{\"path\":\"neuro.sphincterLongStanding\",\"value\":null},"
                        + "{\"path\":\"pain.severity\",\"value\":9},"
                        + "{\"path\":\"pain.radiation\",\"value\":[\"LEG\",\"ARM\"]},"
                        + "{\"path\":\"neuro.saddleNumbness\",\"value\":true}],"
                        + "\"queues\":[\"EMERGENCY_DEPARTMENT\",\"NEUROSURGERY\"],\"workUp\":\"MRI at once\","
                        + "\"sources\":[\"S1.9\",\"S2\"]}],"
                        + "\"referrals\":[{\"queue\":\"EMERGENCY_DEPARTMENT\",\"urgency\":\"EMERGENCY\","
                        + "\"primary\":true}],"
                        + "\"unansweredSafetyQuestions\":[\"systemic.fever\"],"
                        + "\"openQuestions\":[{\"path\":\"systemic.fever\",\"rule\":\"INFECTION-1\","
                        + "\"couldRaiseTo\":\"EMERGENCY\"}],\"regions\":[\"LUMBAR\"],"
                        + "\"durationClass\":\"ACUTE\",\"pattern\":\"RADICULAR\","
                        + "\"adviceToClinic\":[\"a\"],\"adviceToPatient\":[\"b\"]}");
    }

    @Test
    void leavesOutWhatIsAbsentAndMarksAFailure() {
        assertThat(new String(DecisionJson.write(decision(null, true)), UTF_8))
                .doesNotContain("workUp")
                .contains("\"evaluationFailed\":true");
    }

    @Test
    void letsTheCallerWriteInFront() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            DecisionJson.write(json, decision(null, false), front -> front.writeStringProperty("decisionId", "d"));
        }

        assertThat(text.toString()).startsWith("{\"decisionId\":\"d\",\"urgency\":\"EMERGENCY\"");
    }

    static Decision decision(@Nullable String workUp, boolean failed) {
        List<Because> because = List.of(
                new Because("neuro.bladder", new AnswerValue.Symbol("RETENTION")),
                new Because("neuro.sphincterLongStanding", null),
                new Because("pain.severity", new AnswerValue.Whole(9)),
                new Because("pain.radiation", new AnswerValue.Symbols(List.of("LEG", "ARM"))),
                new Because("neuro.saddleNumbness", new AnswerValue.Flag(true)));
        Finding finding = new Finding(
                "CES-1",
                "Cauda equina syndrome",
                Urgency.EMERGENCY,
                because,
                List.of(Queue.EMERGENCY_DEPARTMENT, Queue.NEUROSURGERY),
                workUp,
                List.of("S1.9", "S2"),
                failed);
        return new Decision(
                Urgency.EMERGENCY,
                "1",
                "ab",
                List.of(finding),
                List.of(new Referral(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, true)),
                List.of("systemic.fever"),
                List.of(new OpenQuestion("systemic.fever", "INFECTION-1", Urgency.EMERGENCY)),
                List.of(),
                List.of("LUMBAR"),
                DurationClass.ACUTE,
                Pattern.RADICULAR,
                List.of("a"),
                List.of("b"));
    }
}
