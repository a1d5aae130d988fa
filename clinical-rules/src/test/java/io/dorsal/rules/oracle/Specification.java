package io.dorsal.rules.oracle;

import static io.dorsal.rules.oracle.Evidence.all;
import static io.dorsal.rules.oracle.Evidence.any;
import static io.dorsal.rules.oracle.Evidence.atLeast;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Because;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clinical specification, rule after rule in its own order, as plain Java. */
final class Specification extends Defined {
    private final @Nullable Integer earlier;
    private final Map<String, Evidence> fired = new HashMap<>();

    private Specification(Answers answers, @Nullable Integer earlier) {
        super(answers);
        this.earlier = earlier;
    }

    /** The rules that fire, and why. */
    static Specification of(Answers answers, @Nullable Integer earlier) {
        Specification specification = new Specification(answers, earlier);
        specification.emergency();
        specification.urgent();
        specification.soon();
        specification.routine();
        specification.safetyFloor();
        if (specification.fired.isEmpty()) {
            specification.pathway();
        }
        return specification;
    }

    boolean fires(String rule) {
        return fired.containsKey(rule);
    }

    /** The answers that satisfied a rule, in the order of the vocabulary. */
    List<Because> because(String rule) {
        return quoted(fired.getOrDefault(rule, Evidence.NONE));
    }

    private void emergency() {
        fire(
                "CES-1",
                any(yes("neuro.saddleNumbness"), all(sphincterSymptom(), notTrue("neuro.sphincterLongStanding"))));
        fire("CES-2", all(deficit, legSigns()));
        fire("NEURO-1", all(deficit, is("neuro.deficitCourse", "WORSENING")));
        fire(
                "CANCER-1",
                all(activeCancer(), any(deficit, anyYes("neuro.gaitOrBalanceChange", "neuro.bilateralLegSymptoms"))));
        fire("TRAUMA-1", all(is("pain.trigger", "MAJOR_TRAUMA"), any(deficit, all(severe, daysBelow(42)))));
        fire(
                "TRAUMA-3",
                all(
                        is("pain.trigger", "MINOR_TRAUMA", "MAJOR_TRAUMA"),
                        has("pain.regions", "CERVICAL"),
                        days(0, 7),
                        any(ageFrom(65), deficit)));
        fire("INFECTION-1", anyYes("systemic.fever", "systemic.chills"));
        fire("INFECTION-4", all(highInfectionRisk, deficit));
        fire(
                "ACUTE-1",
                all(
                        is("pain.onset", "SUDDEN"),
                        severityFrom(8),
                        daysBelow(42),
                        anyYes("pain.unremitting", "pain.limitsSpeechMovementOrBreathing")));
        fire(
                "REFERRED-1",
                anyYes(
                        "referred.chestPainOrBreathlessness",
                        "referred.tearingOrPulsatingPain",
                        "referred.faintness",
                        "referred.abdominalOrPelvicAlarm"));
        fire(
                "REFERRED-3",
                all(
                        ageFrom(60),
                        is("pain.onset", "SUDDEN"),
                        severityFrom(8),
                        days(0, 7),
                        any(is("pain.trigger", "NONE"), unanswered("pain.trigger")),
                        any(
                                anyYes("history.tobacco", "referred.urinaryOrFlankSymptoms"),
                                is("patient.sexAtBirth", "MALE"))));
        fire("TOS-3", all(yes("thoracicOutlet.paleOrColdHand"), is("pain.onset", "SUDDEN"), days(0, 14)));
    }

    private void urgent() {
        fire("CES-3", all(notFired("CES-2"), legSigns(), any(daysBelow(90), worsening())));
        fire("CES-4", all(notFired("CES-1"), sphincterSymptom()));
        fire(
                "NEURO-2",
                all(
                        any(is("neuro.weakness", "SEVERE"), is("neuro.sensoryChange", "SEVERE")),
                        isNot("neuro.deficitCourse", "WORSENING")));
        fire(
                "CORD-1",
                any(
                        anyYes("neuro.lhermitteSign", "neuro.handClumsiness"),
                        all(
                                yes("neuro.gaitOrBalanceChange"),
                                any(
                                        has("pain.regions", "CERVICAL"),
                                        has("pain.regions", "THORACIC"),
                                        deficit,
                                        yes("neuro.bilateralLegSymptoms")))));
        Evidence badPain = any(
                severe,
                worsening(),
                anyYes("systemic.unexplainedWeightLoss", "pain.unremitting", "pain.nightPainSecondHalf"));
        fire("CANCER-2", all(activeCancer(), badPain));
        fire(
                "CANCER-3",
                all(
                        is("history.cancer", "PAST"),
                        any(badPain, deficit, anyYes("neuro.gaitOrBalanceChange", "neuro.bilateralLegSymptoms"))));
        fire("CANCER-4", all(yes("systemic.unexplainedWeightLoss"), noCancer()));
        fire("INFECTION-5", all(highInfectionRisk, any(severe, yes("pain.unremitting"), worsening())));
        fire(
                "FRACTURE-4",
                all(
                        deficit,
                        any(
                                anyYes("history.osteoporosis", "history.longTermSteroids"),
                                all(ageFrom(65), any(severe, is("pain.trigger", "MINOR_TRAUMA"))))));
        Evidence[] head = each("systemic.headache", "systemic.visionDisturbance", "systemic.jawOrScalpPain");
        fire(
                "GCA-1",
                all(
                        ageFrom(50),
                        atLeast(2, and(head, stiffnessOver(45), yes("systemic.unexplainedWeightLoss"))),
                        any(head)));
        fire("TRAUMA-2", all(is("pain.trigger", "MAJOR_TRAUMA"), notFired("TRAUMA-1")));
        fire("REFERRED-2", yes("referred.urinaryOrFlankSymptoms"));
        fire(
                "AGE-2",
                all(
                        ageBelow(18),
                        any(
                                severe,
                                anyYes("pain.unremitting", "pain.nightPainSecondHalf", "neuro.gaitOrBalanceChange"),
                                deficit,
                                ageBelow(6))));
    }

    private void soon() {
        fire("REPRESENTED-1", all(Evidence.of(earlier != null && earlier >= 2), isNot("pain.course", "IMPROVING")));
        fire("CANCER-5", activeCancer());
        fire(
                "CANCER-6",
                all(
                        noCancer(),
                        severe,
                        any(worsening(), yes("pain.nightPainSecondHalf")),
                        any(ageFrom(50), anyYes("history.familyCancer", "history.tobacco"))));
        fire("CANCER-7", all(is("history.cancer", "PAST"), notFired("CANCER-3")));
        fire("FRACTURE-1", all(severe, anyYes("history.osteoporosis", "history.longTermSteroids")));
        fire(
                "FRACTURE-2",
                all(
                        severe,
                        daysBelow(90),
                        any(
                                yes("history.postmenopausal"),
                                ageFrom(65),
                                all(is("pain.onset", "SUDDEN"), anyYes("history.tobacco", "history.excessAlcohol")))));
        fire(
                "FRACTURE-3",
                all(
                        is("pain.trigger", "MINOR_TRAUMA", "LIFTING_OR_TWISTING"),
                        any(anyYes("history.osteoporosis", "history.longTermSteroids"), ageFrom(65))));
        fire("INFECTION-2", all(severe, infectionRisk));
        fire("INFECTION-3", all(number("pain.severity", severity -> severity < 7), infectionRisk));
        inflammatory();
        fire(
                "RHEUM-1",
                all(
                        anyYes("systemic.redSwollenJoints", "systemic.multipleJointPain"),
                        atLeast(
                                2,
                                each(
                                        "systemic.redSwollenJoints",
                                        "systemic.multipleJointPain",
                                        "systemic.skinRash",
                                        "systemic.fingersBlueOrPainfulInCold",
                                        "systemic.dryEyesOrMouth",
                                        "systemic.fatigue"))));
        fire("RHEUM-3", yes("history.abnormalInflammatoryMarkers"));
        fire("PMR-1", all(ageFrom(50), stiffnessOver(45), yes("systemic.multipleJointPain")));
        fire(
                "PSORIATIC-1",
                all(
                        yes("history.psoriasis"),
                        any(anyYes("systemic.multipleJointPain", "systemic.redSwollenJoints"), stiffnessOver(30))));
        fire("ACUTE-2", all(severityFrom(8), yes("pain.unremitting"), notFired("ACUTE-1")));
        fire("GCA-2", all(ageFrom(50), yes("systemic.visionDisturbance"), notFired("GCA-1")));
        fire("NEURO-3", all(is("neuro.weakness", "MILD"), notFired("NEURO-1"), notFired("NEURO-2")));
        fire("CORD-2", all(yes("neuro.gaitOrBalanceChange"), notFired("CORD-1")));
        fire("TOS-2", anyYes("thoracicOutlet.paleOrColdHand", "thoracicOutlet.armSwelling"));
        fire("AGE-1", ageBelow(18));
    }

    private void inflammatory() {
        Evidence[] five = {
            ageAtOnsetBelow40(),
            is("pain.onset", "GRADUAL"),
            yes("pain.improvesWithMovement"),
            no("pain.improvesWithRest"),
            yes("pain.nightPainSecondHalf")
        };
        Evidence[] six = and(five, stiffnessOver(30));
        Evidence support = any(
                anyYes(
                        "history.psoriasis",
                        "history.inflammatoryBowelDisease",
                        "history.uveitis",
                        "history.enthesitis",
                        "history.familyRheumatic"),
                is("history.hlaB27", "POSITIVE"));
        fire("INFLAMMATORY-1", all(daysFrom(90), atLeast(4, five)));
        fire("INFLAMMATORY-2", all(daysFrom(90), atLeast(2, six), any(atLeast(4, six), support)));
    }

    private void routine() {
        fire("RHEUM-2", yes("history.rheumaticDiagnosis"));
        fire(
                "TOS-1",
                all(
                        yes("thoracicOutlet.oneSidedNeckOrShoulderPain"),
                        anyYes("thoracicOutlet.armNumbnessOrWeakness", "thoracicOutlet.colorChangeOnRaisingArm")));
        fire(
                "CURVATURE-1",
                all(yes("history.congenitalSpinalDeformity"), is("pain.course", "WORSENING", "FLUCTUATING")));
        Evidence failed = all(number("treatment.weeks", weeks -> weeks >= 12), is("treatment.response", "NONE"));
        Evidence injected = has("treatment.tried", "INJECTION");
        Evidence physical = has("treatment.tried", "PHYSICAL_THERAPY");
        Evidence chiropractic = has("treatment.tried", "CHIROPRACTIC");
        fire("TREATMENT-1", all(failed, injected));
        fire(
                "TREATMENT-2",
                all(
                        failed,
                        has("treatment.tried", "MEDICATION"),
                        physical,
                        chiropractic,
                        lacks("treatment.tried", "INJECTION")));
        fire("TREATMENT-3", all(failed, any(physical, chiropractic), notFired("TREATMENT-1"), notFired("TREATMENT-2")));
        fire("TREATMENT-4", all(failed, notFired("TREATMENT-1"), notFired("TREATMENT-2"), notFired("TREATMENT-3")));
    }

    private void safetyFloor() {
        Evidence open = any(openScreen().stream().map(this::unanswered).toArray(Evidence[]::new));
        fire("SCREEN-1", all(open, any(severe, deficit, has("pain.radiation", "LEG"))));
        fire("SCREEN-2", all(open, notFired("SCREEN-1")));
    }

    List<String> openScreen() {
        List<String> screen = new ArrayList<>(List.of(
                "neuro.bladder",
                "neuro.bowelIncontinence",
                "neuro.saddleNumbness",
                "neuro.weakness",
                "neuro.sensoryChange",
                "pain.trigger",
                "systemic.fever",
                "history.cancer"));
        if (deficit.met()) {
            screen.add("neuro.deficitCourse");
        }
        return screen.stream().filter(path -> unanswered(path).met()).toList();
    }

    /** The one rule that looks beyond the answers, where the count is not known and would matter. */
    List<String> openRules() {
        return earlier == null && isNot("pain.course", "IMPROVING").met() ? List.of("REPRESENTED-1") : List.of();
    }

    private void pathway() {
        Evidence reassuring = reassuring();
        fireFirst("STENOSIS-1", yes("pain.legPainOnWalkingRelievedBySitting"));
        fireFirst("RADICULAR-1", all(legOrArm(), daysFrom(42)));
        fireFirst("RADICULAR-2", legOrArm());
        fireFirst("CHRONIC-1", all(daysFrom(90), severe));
        fireFirst("SEVERE-1", severe);
        fireFirst("MECHANICAL-1", all(mechanical, daysFrom(28), reassuring));
        fireFirst(
                "SELFCARE-1",
                all(reassuring, any(number("pain.severity", given -> given <= 3), is("pain.course", "IMPROVING"))));
        fireFirst(
                "MECHANICAL-2",
                all(
                        mechanical,
                        number("pain.severity", given -> given >= 4 && given <= 6),
                        has("pain.regions", "THORACIC"),
                        reassuring,
                        no("history.osteoporosis"),
                        ageBelow(65)));
        fireFirst("SELFCARE-2", all(reassuring, mechanical, notTrue("history.osteoporosis"), ageBelow(65)));
        fireFirst("DEFAULT-1", Evidence.of(true));
    }

    private void fire(String rule, Evidence evidence) {
        if (evidence.met()) {
            fired.put(rule, evidence);
        }
    }

    private void fireFirst(String rule, Evidence evidence) {
        if (fired.isEmpty()) {
            fire(rule, evidence);
        }
    }

    /** Another rule is no answer, so nothing is pointed at. */
    private Evidence notFired(String rule) {
        return Evidence.of(!fires(rule));
    }

    private static Evidence[] and(Evidence[] some, Evidence... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(Evidence[]::new);
    }
}
