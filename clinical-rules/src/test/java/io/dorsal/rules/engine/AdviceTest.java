package io.dorsal.rules.engine;

import static io.dorsal.rules.engine.Cases.anAssessment;
import static io.dorsal.rules.engine.Cases.anUnscreenedAssessment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.yaml.Rulesets;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private final TriageEngine engine = new TriageEngine(Rulesets.active());

    @Test
    void namesTheOtherFindingsOfAnEmergency() {
        Decision decision = decide(anAssessment().with("systemic.fever", true).with("history.ivDrugUse", true));

        assertThat(decision.adviceToClinic())
                .contains("To be followed up after the emergency department: Infection risk (INFECTION-3, SOON).");
    }

    @Test
    void asksToCallBackWithTheOpenQuestionsInWords() {
        Decision decision = decide(anAssessment().without("neuro.bladder").with("pain.severity", 8));

        assertThat(decision.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(decision.adviceToClinic())
                .anyMatch(text -> text.startsWith("Call the patient back now")
                        && text.contains("Does the bladder work normally"));
        assertThat(decision.adviceToPatient()).anyMatch(text -> text.contains("The clinic will call you"));
    }

    @Test
    void saysWhatTheAnswersToTheOpenQuestionsMean() {
        Decision decision = decide(anUnscreenedAssessment().with("neuro.sensoryChange", "MILD"));

        assertThat(decision.adviceToClinic())
                .filteredOn(text -> text.startsWith("Call the patient back"))
                .singleElement(STRING)
                .contains(
                        "cannot be lifted against gravity",
                        "within five years",
                        "a sudden start counts as getting worse");
        assertThat(decide(anUnscreenedAssessment()).adviceToClinic())
                .anyMatch(text -> text.contains("touch is not felt"));
    }

    @Test
    void asksForBloodTestsTheSameDayWhereSightIsAffectedInAnArteritis() {
        Cases disturbed = anAssessment().with("patient.ageYears", 60).with("systemic.visionDisturbance", true);
        assertThat(decide(disturbed).adviceToClinic()).noneMatch(text -> text.contains("blood tests"));

        Decision arteritis = decide(disturbed.with("systemic.headache", true));
        assertThat(arteritis.findings()).extracting(Finding::rule).contains("GCA-1");
        assertThat(arteritis.adviceToClinic()).anyMatch(text -> text.contains("blood tests are needed the same day"));
    }

    @Test
    void givesSelfCareWithSignsToComeBackWith() {
        Decision decision = decide(
                anAssessment().with("systemic.unexplainedWeightLoss", false).with("pain.severity", 2));

        assertThat(decision.urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(decision.referrals()).isEmpty();
        assertThat(decision.adviceToPatient()).anyMatch(text -> text.contains("emergency department at once if"));
    }

    @Test
    void changesWithTheFollowUpThatIsBookedWhileTheDecisionDoesNot() {
        Cases failed = anAssessment().with("treatment.weeks", 16).with("treatment.response", "NONE");
        Decision booked = decide(failed.with("treatment.followUpScheduled", true));
        Decision missing = decide(failed.with("treatment.followUpScheduled", false));

        assertThat(booked.findings()).isEqualTo(missing.findings());
        assertThat(booked.referrals()).isEqualTo(missing.referrals());
        assertThat(booked.adviceToPatient()).anyMatch(text -> text.startsWith("Keep your follow-up"));
        assertThat(missing.adviceToPatient()).anyMatch(text -> text.contains("call the office"));
    }

    @Test
    void speaksOfNoFollowUpInAnEmergency() {
        Cases failed = anAssessment()
                .with("treatment.weeks", 16)
                .with("treatment.response", "NONE")
                .with("systemic.fever", true);

        assertThat(decide(failed).adviceToClinic()).noneMatch(text -> text.contains("book"));
        assertThat(decide(failed.with("treatment.followUpScheduled", true)).adviceToClinic())
                .noneMatch(text -> text.contains("book"));
    }

    @Test
    void saysThatTheRulesAreWrittenForAdultsWhereAChildIsAssessed() {
        assertThat(decide(anAssessment().with("patient.ageYears", 12)).adviceToClinic())
                .anyMatch(text -> text.contains("written for adults"));
        assertThat(decide(anAssessment()).adviceToClinic()).noneMatch(text -> text.contains("written for adults"));
    }

    @Test
    void doesNotDelayAnEmergencyForOpenQuestions() {
        Decision decision = decide(anUnscreenedAssessment().with("systemic.chills", true));

        assertThat(decision.findings()).extracting(Finding::rule).containsExactly("INFECTION-1", "SCREEN-2");
        assertThat(decision.adviceToClinic())
                .anyMatch(text -> text.startsWith("Do not delay the transfer"))
                .noneMatch(text -> text.startsWith("Call the patient back"));
    }

    private Decision decide(Cases given) {
        return engine.decide(given.build(), 0);
    }
}
