package io.dorsal.rules.engine;

import static io.dorsal.rules.engine.Cases.anAssessment;
import static io.dorsal.rules.engine.Cases.anUnscreenedAssessment;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final TriageEngine engine = new TriageEngine(Rulesets.active());

    @Test
    void namesAnUnansweredQuestionThatCounts() {
        assertThat(because("CES-1", anAssessment().with("neuro.bladder", "RETENTION")))
                .containsExactly("neuro.sphincterLongStanding=null", "neuro.bladder=RETENTION");
    }

    @Test
    void namesEveryTrueAlternativeAndNoOther() {
        Cases given = anAssessment()
                .with("neuro.saddleNumbness", true)
                .with("neuro.bladder", "INCONTINENCE")
                .with("neuro.bowelIncontinence", true);

        assertThat(because("CES-1", given))
                .containsExactly(
                        "neuro.sphincterLongStanding=null",
                        "neuro.bladder=INCONTINENCE",
                        "neuro.bowelIncontinence=true",
                        "neuro.saddleNumbness=true");
        assertThat(because("CES-1", given.with("neuro.sphincterLongStanding", true)))
                .containsExactly("neuro.saddleNumbness=true");
    }

    @Test
    void namesAnswersInPlaceOfWhatIsDerivedFromThem() {
        Cases given = anAssessment()
                .with("patient.ageYears", 30)
                .with("pain.durationDays", 100)
                .with("pain.onset", "GRADUAL")
                .with("pain.improvesWithMovement", true)
                .with("pain.improvesWithRest", false);

        assertThat(because("INFLAMMATORY-1", given))
                .containsExactly(
                        "patient.ageYears=30",
                        "pain.durationDays=100",
                        "pain.onset=GRADUAL",
                        "pain.improvesWithMovement=true",
                        "pain.improvesWithRest=false");
    }

    @Test
    void namesWhatKeepsANegatedTermFromBeingMet() {
        assertThat(because("INFECTION-3", anAssessment().with("history.ivDrugUse", true)))
                .containsExactly("pain.severity=5", "history.ivDrugUse=true");
    }

    @Test
    void namesOnlyTheMembersOfACountThatAreMet() {
        Cases given = anAssessment()
                .with("patient.ageYears", 60)
                .with("systemic.headache", true)
                .with("systemic.jawOrScalpPain", false)
                .with("systemic.visionDisturbance", true)
                .with("pain.morningStiffnessMinutes", 10);

        assertThat(because("GCA-1", given))
                .containsExactly("patient.ageYears=60", "systemic.headache=true", "systemic.visionDisturbance=true");
    }

    @Test
    void namesAWholeSet() {
        Cases given = anAssessment()
                .with("neuro.gaitOrBalanceChange", true)
                .with("pain.regions", List.of("THORACIC", "SACROILIAC"));

        assertThat(because("CORD-1", given))
                .containsExactly("pain.regions=[THORACIC, SACROILIAC]", "neuro.gaitOrBalanceChange=true");
    }

    @Test
    void namesNoOtherRule() {
        assertThat(because("TRAUMA-2", anAssessment().with("pain.trigger", "MAJOR_TRAUMA")))
                .containsExactly("pain.trigger=MAJOR_TRAUMA");
    }

    @Test
    void namesTheOpenQuestionsOfTheScreen() {
        assertThat(because(
                        "SCREEN-1",
                        anAssessment().with("neuro.weakness", "MILD").without("systemic.fever")))
                .containsExactly("neuro.weakness=MILD", "neuro.deficitCourse=null", "systemic.fever=null");
        assertThat(because("SCREEN-2", anUnscreenedAssessment())).hasSize(8).allMatch(text -> text.endsWith("=null"));
    }

    @Test
    void namesTheAnswersThatReassure() {
        Cases given =
                anAssessment().with("systemic.unexplainedWeightLoss", false).with("pain.severity", 2);

        assertThat(because("SELFCARE-1", given))
                .containsExactly(
                        "patient.ageYears=40",
                        "pain.severity=2",
                        "pain.course=null",
                        "pain.unremitting=null",
                        "pain.radiation=null",
                        "neuro.weakness=NONE",
                        "neuro.sensoryChange=NONE",
                        "neuro.bladder=NORMAL",
                        "neuro.bowelIncontinence=false",
                        "neuro.saddleNumbness=false",
                        "systemic.fever=false",
                        "systemic.unexplainedWeightLoss=false");
    }

    @Test
    void hasNoReasonForTheDefault() {
        assertThat(because("DEFAULT-1", anAssessment())).isEmpty();
    }

    @Test
    void namesTheCourseOfAThirdPresentationAndNotTheCount() {
        Decision decision = engine.decide(anAssessment().build(), 2);

        assertThat(texts(decision, "REPRESENTED-1")).containsExactly("pain.course=null");
        assertThat(decision.openRules()).isEmpty();
    }

    @Test
    void saysThatARuleIsOpenWhereTheCountIsNotKnown() {
        Decision decision = engine.decide(anAssessment().build(), null);

        assertThat(decision.findings()).extracting(Finding::rule).containsExactly("DEFAULT-1");
        assertThat(decision.openRules()).containsExactly("REPRESENTED-1");
        assertThat(decision.adviceToClinic()).anyMatch(text -> text.contains("REPRESENTED-1"));
    }

    @Test
    void hasNoOpenRuleWhereTheCountCouldChangeNothing() {
        Decision decision =
                engine.decide(anAssessment().with("pain.course", "IMPROVING").build(), null);

        assertThat(decision.openRules()).isEmpty();
    }

    private List<String> because(String rule, Cases given) {
        return texts(engine.decide(given.build(), 0), rule);
    }

    private static List<String> texts(Decision decision, String rule) {
        Finding finding = decision.findings().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        return finding.because().stream()
                .map(because -> because.path() + "="
                        + switch (because.value()) {
                            case null -> "null";
                            case AnswerValue.Flag(boolean value) -> Boolean.toString(value);
                            case AnswerValue.Whole(int value) -> Integer.toString(value);
                            case AnswerValue.Symbol(String value) -> value;
                            case AnswerValue.Symbols(List<String> values) -> values.toString();
                        })
                .toList();
    }
}
