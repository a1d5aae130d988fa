package io.dorsal.rules.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Counterfactual;
import io.dorsal.rules.decision.Counterfactual.Change;
import io.dorsal.rules.decision.Explanation;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.decision.RuleOutcome.Outcome;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.vocabulary.AnswerValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {

    @Test
    void writesTheExplanationBehindTheDecision() {
        String decision = new String(DecisionJson.write(DecisionJsonTest.decision(null, false)), UTF_8);
        Explanation explanation = new Explanation(
                DecisionJsonTest.decision(null, false),
                List.of(
                        new RuleOutcome(
                                "CES-1",
                                Outcome.FIRED,
                                List.of(new Because("neuro.saddleNumbness", new AnswerValue.Flag(true))),
                                List.of()),
                        new RuleOutcome("INFECTION-1", Outcome.OPEN, List.of(), List.of("systemic.chills"))),
                List.of(new Counterfactual(
                        List.of(
                                new Change(
                                        "neuro.weakness",
                                        new AnswerValue.Symbol("SEVERE"),
                                        new AnswerValue.Symbol("MILD")),
                                new Change("systemic.fever", null, new AnswerValue.Flag(false))),
                        Urgency.SOON)));

        assertThat(new String(DecisionJson.write(explanation), UTF_8))
                .isEqualTo(decision.substring(0, decision.length() - 1)
                        + ",\"rules\":["
                        + "{\"rule\":\"CES-1\",\"outcome\":\"FIRED\",\"because\":["
                        + "{\"path\":\"neuro.saddleNumbness\",\"value\":true}],\"open\":[]},"
                        + "{\"rule\":\"INFECTION-1\",\"outcome\":\"OPEN\",\"because\":[],\"open\":[\"systemic.chills\"]}],"
                        + "\"counterfactuals\":[{\"changes\":["
                        + "{\"path\":\"neuro.weakness\",\"from\":\"SEVERE\",\"to\":\"MILD\"},"
                        + "{\"path\":\"systemic.fever\",\"from\":null,\"to\":false}],\"urgency\":\"SOON\"}]}");
    }
}
