package io.dorsal.intake.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.cdshooks.http.Card.Indicator;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.decision.Urgency;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CardsTest {

    private static final UUID ID = UUID.fromString("0199a7a2-0000-7000-8000-000000000001");
    private static final UUID DECISION = UUID.fromString("7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11");
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"EMERGENCY, critical", "URGENT, warning", "SOON, info", "ROUTINE, info", "SELF_CARE, info"})
    void theIndicatorFollowsTheUrgency(Urgency urgency, Indicator indicator) {
        assertThat(card(urgency, document("Cauda equina syndrome"), 1).indicator())
                .isEqualTo(indicator);
    }

    @Test
    void aCardCitesTheFirstRuleAndShowsNoAnswer() {
        Card card = card(Urgency.EMERGENCY, document("Cauda equina syndrome"), 1);

        assertThat(card.uuid()).isEqualTo(DECISION);
        assertThat(card.summary()).isEqualTo("Back pain, EMERGENCY: Cauda equina syndrome");
        assertThat(card.source().label()).isEqualTo("Dorsal, rule CES-1 of ruleset 2026.1; sources S1.9, S2");
        assertThat(card.source().topic()).isEqualTo(new Coding("urn:dorsal:rule", "CES-1", "Cauda equina syndrome"));
        assertThat(card.detail()).isEqualTo("""
                **Found**

                - EMERGENCY: Cauda equina syndrome (CES-1); to NEUROSURGERY; MRI at once

                **To do**

                - Call the department

                **Safety questions not answered**

                - systemic.fever""");
        assertThat(card.toString()).doesNotContain("RETENTION");
    }

    @Test
    void aSummaryIsShortWhateverARuleIsCalled() {
        Card card = card(Urgency.SOON, document("x".repeat(300)), 1);

        assertThat(card.summary()).hasSize(139).endsWith("x…");
    }

    @Test
    void whatHasNoFindingCitesTheRuleset() {
        Card card = card(Urgency.ROUTINE, "{\"revision\": 1, \"rulesetVersion\": \"2026.1\", \"findings\": []}", 1);

        assertThat(card.summary()).isEqualTo("Back pain, ROUTINE: nothing found that asks for a specialist");
        assertThat(card.source()).isEqualTo(new Card.Source("Dorsal, ruleset 2026.1", rules(), null));
    }

    @Test
    void aCardSaysThatANewerRevisionIsNotDecidedYet() {
        assertThat(card(Urgency.SOON, document("Title"), 2).detail())
                .startsWith("*A newer revision is not decided yet; this is about revision 1.*");
    }

    private static Card card(Urgency urgency, String document, int newest) {
        Body body = new Body(1, "a".repeat(64));
        Origin origin = new Origin("north", "metro", false);
        AssessmentView view = AssessmentView.unknown(ID)
                .withAll(List.of(
                        new Fact.Decided(ID, body, origin, DECISION, urgency, NOON, NOON, document),
                        new Fact.Parked(ID, newest, NOON)));
        return new Cards(JsonMapper.shared(), rules()).of(view, URI.create("http://localhost:8081/assessments/x"));
    }

    private static URI rules() {
        return URI.create("https://dorsal.example/rules");
    }

    private static String document(String title) {
        return """
                {"revision": 1, "rulesetVersion": "2026.1", "findings": [{"rule": "CES-1", "title": "%s",
                 "urgency": "EMERGENCY", "because": [{"path": "neuro.bladder", "value": "RETENTION"}],
                 "queues": ["NEUROSURGERY"], "workUp": "MRI at once", "sources": ["S1.9", "S2"]}],
                 "unansweredSafetyQuestions": ["systemic.fever"], "adviceToClinic": ["Call the department"]}
                """.formatted(title);
    }
}
