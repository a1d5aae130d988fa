package io.dorsal.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.client.FiledAssessment;
import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.client.Submitted;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID ID = UUID.fromString("0190c0de-0000-7000-8000-000000000001");
    private static final FiledAssessment ASSESSMENT = new FiledAssessment("cases.jsonl D03", "{}");

    @Test
    void aDecisionIsToldWithItsReasonsAndWhereItLed() {
        Report report = outcome("""
                {"status": "TRIAGED",
                 "decision": {"urgency": "EMERGENCY", "referrals": [{}], "unansweredSafetyQuestions": ["systemic.fever"],
                   "findings": [{"rule": "CES-1", "title": "Cauda equina syndrome",
                                 "because": [{"path": "neuro.saddleNumbness", "value": true},
                                             {"path": "neuro.sphincterLongStanding", "value": null}]}]},
                 "referrals": [{"queue": "NEUROSURGERY"}],
                 "alert": {"alertId": "a1", "state": "NOTIFYING"}}""");

        assertThat(report.complaints()).isEmpty();
        assertThat(report.lines())
                .containsExactly(
                        "cases.jsonl D03  " + ID + "  EMERGENCY",
                        "  CES-1        Cauda equina syndrome: neuro.saddleNumbness true, neuro.sphincterLongStanding not answered",
                        "  still open   systemic.fever",
                        "  referred to  NEUROSURGERY",
                        "  alert        a1, NOTIFYING");
    }

    @Test
    void theWorstThatMissingAnswersCouldMakeOfItIsToldWithTheQuestionsToAsk() {
        Report report = outcome("""
                {"status": "TRIAGED",
                 "decision": {"urgency": "URGENT", "referrals": [], "openQuestions": [
                   {"path": "neuro.bladder", "rule": "CES-1", "couldRaiseTo": "EMERGENCY"},
                   {"path": "neuro.saddleNumbness", "rule": "CES-1", "couldRaiseTo": "EMERGENCY"},
                   {"path": "systemic.fever", "rule": "INFECTION-1", "couldRaiseTo": "EMERGENCY"},
                   {"path": "systemic.chills", "rule": "INFECTION-1", "couldRaiseTo": "EMERGENCY"},
                   {"path": "referred.faintness", "rule": "REFERRED-1", "couldRaiseTo": "EMERGENCY"},
                   {"path": "history.psoriasis", "rule": "PSORIATIC-1", "couldRaiseTo": "SOON"}]},
                 "referrals": []}""");

        assertThat(report.lines())
                .contains(
                        "  could be     EMERGENCY, by neuro.bladder, neuro.saddleNumbness, systemic.fever, systemic.chills"
                                + " and 1 more");
    }

    @Test
    void anEmergencyWithoutAnAlertIsNoSuccess() {
        Report report = outcome(
                "{\"status\": \"TRIAGED\", \"decision\": {\"urgency\": \"EMERGENCY\", \"referrals\": []}, \"referrals\": []}");

        assertThat(report.isGood()).isFalse();
        assertThat(report.complaints()).singleElement().asString().contains("no alert was raised in time");
    }

    @Test
    void whatIsNotDecidedIsNoSuccess() {
        assertThat(outcome("{\"status\": \"PARKED\"}").complaints())
                .singleElement()
                .asString()
                .endsWith("is not decided: it is PARKED");
    }

    @Test
    void aRefusalNamesEachFieldThatIsWrong() {
        Submitted.Refused refused = new Submitted.Refused(
                400,
                JSON.readTree(
                        "{\"title\": \"Invalid\", \"errors\": [{\"path\": \"patient.ageYears\", \"message\": \"must be 0 to 120\"}]}"));

        assertThat(Reports.refused(ASSESSMENT, refused).complaints())
                .containsExactly("cases.jsonl D03 was refused: 400 Invalid", "  patient.ageYears must be 0 to 120");
    }

    private static Report outcome(String read) {
        return Reports.outcome(ASSESSMENT, ID, new Outcome(JSON.readTree(read)));
    }
}
