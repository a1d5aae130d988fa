package io.dorsal.rules.oracle;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clinical specification, rule after rule in its own order, as plain Java. */
final class Specification extends Given {
    private static final List<String> URGENCIES = List.of("EMERGENCY", "URGENT", "SOON", "ROUTINE", "SELF_CARE");

    private record Row(String rule, String urgency, List<String> queues) {}

    private final @Nullable Integer earlier;
    private final List<Row> rows = new ArrayList<>();
    private final int age;
    private final int severity;
    private final int days;
    private final boolean severe;
    private final boolean deficit;

    private Specification(Answers answers, @Nullable Integer earlier) {
        super(answers);
        this.earlier = earlier;
        this.age = number("patient.ageYears");
        this.severity = number("pain.severity");
        this.days = number("pain.durationDays");
        this.severe = severity >= 7;
        this.deficit = is("neuro.weakness", "MILD", "SEVERE") || is("neuro.sensoryChange", "MILD", "SEVERE");
    }

    static Verdict decide(Answers answers, @Nullable Integer earlier) {
        return new Specification(answers, earlier).verdict();
    }

    private Verdict verdict() {
        emergency();
        urgent();
        soon();
        routine();
        List<String> screen = screen();
        if (!screen.isEmpty()) {
            boolean concern = severe || deficit || has("pain.radiation", "LEG");
            fire(true, concern ? "SCREEN-1" : "SCREEN-2", concern ? "URGENT" : "SOON", "PRIMARY_CARE");
        }
        if (rows.isEmpty()) {
            pathway();
        }
        List<Row> findings = URGENCIES.stream()
                .flatMap(urgency -> rows.stream().filter(row -> row.urgency().equals(urgency)))
                .toList();
        return new Verdict(
                findings.getFirst().urgency(),
                findings.stream().map(Row::rule).toList(),
                referrals(findings),
                screen,
                days < 42 ? "ACUTE" : days <= 89 ? "SUBACUTE" : "CHRONIC",
                pattern());
    }

    private void emergency() {
        boolean sphincter = is("neuro.bladder", "RETENTION", "INCONTINENCE") || yes("neuro.bowelIncontinence");
        fire(
                yes("neuro.saddleNumbness") || (sphincter && !yes("neuro.sphincterLongStanding")),
                "CES-1",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT",
                "NEUROSURGERY");
        fire(deficit && legSigns(), "CES-2", "EMERGENCY", "EMERGENCY_DEPARTMENT", "NEUROSURGERY");
        fire(
                deficit && is("neuro.deficitCourse", "WORSENING"),
                "NEURO-1",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT",
                "NEUROSURGERY");
        fire(
                activeCancer() && (deficit || any("neuro.gaitOrBalanceChange", "neuro.bilateralLegSymptoms")),
                "CANCER-1",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT",
                "ONCOLOGY");
        fire(
                is("pain.trigger", "MAJOR_TRAUMA") && (deficit || (severe && days < 42)),
                "TRAUMA-1",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT");
        fire(
                is("pain.trigger", "MINOR_TRAUMA", "MAJOR_TRAUMA")
                        && has("pain.regions", "CERVICAL")
                        && days <= 7
                        && (age >= 65 || deficit),
                "TRAUMA-3",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT");
        fire(
                any("systemic.fever", "systemic.chills"),
                "INFECTION-1",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT",
                "INFECTIOUS_DISEASE");
        fire(highInfectionRisk() && deficit, "INFECTION-4", "EMERGENCY", "EMERGENCY_DEPARTMENT", "NEUROSURGERY");
        fire(acuteEmergency(), "ACUTE-1", "EMERGENCY", "EMERGENCY_DEPARTMENT");
        fire(
                any(
                        "referred.chestPainOrBreathlessness",
                        "referred.tearingOrPulsatingPain",
                        "referred.faintness",
                        "referred.abdominalOrPelvicAlarm"),
                "REFERRED-1",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT");
        fire(
                age >= 60
                        && is("pain.onset", "SUDDEN")
                        && severity >= 8
                        && days <= 7
                        && (is("pain.trigger", "NONE") || unanswered("pain.trigger"))
                        && (any("history.tobacco", "referred.urinaryOrFlankSymptoms")
                                || is("patient.sexAtBirth", "MALE")),
                "REFERRED-3",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT");
        fire(
                yes("thoracicOutlet.paleOrColdHand") && is("pain.onset", "SUDDEN") && days <= 14,
                "TOS-3",
                "EMERGENCY",
                "EMERGENCY_DEPARTMENT");
    }

    private void urgent() {
        fire(
                !fired("CES-2") && legSigns() && (days < 90 || is("pain.course", "WORSENING")),
                "CES-3",
                "URGENT",
                "PRIMARY_CARE");
        fire(
                !fired("CES-1") && (is("neuro.bladder", "RETENTION", "INCONTINENCE") || yes("neuro.bowelIncontinence")),
                "CES-4",
                "URGENT",
                "PRIMARY_CARE");
        fire(
                (is("neuro.weakness", "SEVERE") || is("neuro.sensoryChange", "SEVERE"))
                        && !is("neuro.deficitCourse", "WORSENING"),
                "NEURO-2",
                "URGENT",
                "NEUROSURGERY");
        fire(
                any("neuro.lhermitteSign", "neuro.handClumsiness")
                        || (yes("neuro.gaitOrBalanceChange")
                                && (has("pain.regions", "CERVICAL")
                                        || has("pain.regions", "THORACIC")
                                        || deficit
                                        || yes("neuro.bilateralLegSymptoms"))),
                "CORD-1",
                "URGENT",
                "NEUROSURGERY");
        boolean badPain = severe
                || is("pain.course", "WORSENING")
                || any("systemic.unexplainedWeightLoss", "pain.unremitting", "pain.nightPainSecondHalf");
        fire(activeCancer() && badPain, "CANCER-2", "URGENT", "ONCOLOGY");
        fire(
                is("history.cancer", "PAST")
                        && (badPain || deficit || any("neuro.gaitOrBalanceChange", "neuro.bilateralLegSymptoms")),
                "CANCER-3",
                "URGENT",
                "ONCOLOGY");
        fire(yes("systemic.unexplainedWeightLoss") && noCancer(), "CANCER-4", "URGENT", "PRIMARY_CARE");
        fire(
                highInfectionRisk() && (severe || yes("pain.unremitting") || is("pain.course", "WORSENING")),
                "INFECTION-5",
                "URGENT",
                "INFECTIOUS_DISEASE");
        fire(
                deficit
                        && (any("history.osteoporosis", "history.longTermSteroids")
                                || (age >= 65 && (severe || is("pain.trigger", "MINOR_TRAUMA")))),
                "FRACTURE-4",
                "URGENT",
                "SPINE_SURGERY");
        int head = count("systemic.headache", "systemic.visionDisturbance", "systemic.jawOrScalpPain");
        int others = count("systemic.unexplainedWeightLoss") + (more("pain.morningStiffnessMinutes", 45) ? 1 : 0);
        fire(age >= 50 && head >= 1 && head + others >= 2, "GCA-1", "URGENT", "RHEUMATOLOGY");
        fire(is("pain.trigger", "MAJOR_TRAUMA") && !fired("TRAUMA-1"), "TRAUMA-2", "URGENT", "SPINE_SURGERY");
        fire(yes("referred.urinaryOrFlankSymptoms"), "REFERRED-2", "URGENT", "PRIMARY_CARE");
        fire(
                age < 18
                        && (severe
                                || any("pain.unremitting", "pain.nightPainSecondHalf", "neuro.gaitOrBalanceChange")
                                || deficit
                                || age < 6),
                "AGE-2",
                "URGENT",
                "PRIMARY_CARE");
    }

    private void soon() {
        fire(
                earlier != null && earlier >= 2 && !is("pain.course", "IMPROVING"),
                "REPRESENTED-1",
                "SOON",
                "PRIMARY_CARE");
        fire(activeCancer(), "CANCER-5", "SOON", "ONCOLOGY");
        fire(
                noCancer()
                        && severe
                        && (is("pain.course", "WORSENING") || yes("pain.nightPainSecondHalf"))
                        && (age >= 50 || any("history.familyCancer", "history.tobacco")),
                "CANCER-6",
                "SOON",
                "PRIMARY_CARE");
        fire(is("history.cancer", "PAST") && !fired("CANCER-3"), "CANCER-7", "SOON", "PRIMARY_CARE");
        fire(severe && any("history.osteoporosis", "history.longTermSteroids"), "FRACTURE-1", "SOON", "SPINE_SURGERY");
        fire(
                severe
                        && days < 90
                        && (yes("history.postmenopausal")
                                || age >= 65
                                || (is("pain.onset", "SUDDEN") && any("history.tobacco", "history.excessAlcohol"))),
                "FRACTURE-2",
                "SOON",
                "SPINE_SURGERY");
        fire(
                is("pain.trigger", "MINOR_TRAUMA", "LIFTING_OR_TWISTING")
                        && (any("history.osteoporosis", "history.longTermSteroids") || age >= 65),
                "FRACTURE-3",
                "SOON",
                "SPINE_SURGERY");
        fire(severe && infectionRisk(), "INFECTION-2", "SOON", "INFECTIOUS_DISEASE");
        fire(!severe && infectionRisk(), "INFECTION-3", "SOON", "PRIMARY_CARE");
        int five = inflammatoryFeatures();
        int six = five + (more("pain.morningStiffnessMinutes", 30) ? 1 : 0);
        boolean support = any(
                        "history.psoriasis",
                        "history.inflammatoryBowelDisease",
                        "history.uveitis",
                        "history.enthesitis",
                        "history.familyRheumatic")
                || is("history.hlaB27", "POSITIVE");
        fire(days >= 90 && five >= 4, "INFLAMMATORY-1", "SOON", "RHEUMATOLOGY");
        fire(days >= 90 && six >= 2 && (six >= 4 || support), "INFLAMMATORY-2", "SOON", "RHEUMATOLOGY");
        fire(
                any("systemic.redSwollenJoints", "systemic.multipleJointPain")
                        && count(
                                        "systemic.redSwollenJoints",
                                        "systemic.multipleJointPain",
                                        "systemic.skinRash",
                                        "systemic.fingersBlueOrPainfulInCold",
                                        "systemic.dryEyesOrMouth",
                                        "systemic.fatigue")
                                >= 2,
                "RHEUM-1",
                "SOON",
                "RHEUMATOLOGY");
        fire(yes("history.abnormalInflammatoryMarkers"), "RHEUM-3", "SOON", "RHEUMATOLOGY");
        fire(
                age >= 50 && more("pain.morningStiffnessMinutes", 45) && yes("systemic.multipleJointPain"),
                "PMR-1",
                "SOON",
                "RHEUMATOLOGY");
        fire(
                yes("history.psoriasis")
                        && (any("systemic.multipleJointPain", "systemic.redSwollenJoints")
                                || more("pain.morningStiffnessMinutes", 30)),
                "PSORIATIC-1",
                "SOON",
                "RHEUMATOLOGY",
                "DERMATOLOGY");
        fire(severity >= 8 && yes("pain.unremitting") && !fired("ACUTE-1"), "ACUTE-2", "SOON", "PRIMARY_CARE");
        fire(age >= 50 && yes("systemic.visionDisturbance") && !fired("GCA-1"), "GCA-2", "SOON", "PRIMARY_CARE");
        fire(is("neuro.weakness", "MILD") && !fired("NEURO-1") && !fired("NEURO-2"), "NEURO-3", "SOON", "PRIMARY_CARE");
        fire(yes("neuro.gaitOrBalanceChange") && !fired("CORD-1"), "CORD-2", "SOON", "PRIMARY_CARE");
        fire(any("thoracicOutlet.paleOrColdHand", "thoracicOutlet.armSwelling"), "TOS-2", "SOON", "PRIMARY_CARE");
        fire(age < 18, "AGE-1", "SOON", "PRIMARY_CARE");
    }

    private void routine() {
        fire(yes("history.rheumaticDiagnosis"), "RHEUM-2", "ROUTINE", "RHEUMATOLOGY");
        fire(
                yes("thoracicOutlet.oneSidedNeckOrShoulderPain")
                        && any("thoracicOutlet.armNumbnessOrWeakness", "thoracicOutlet.colorChangeOnRaisingArm"),
                "TOS-1",
                "ROUTINE",
                "PRIMARY_CARE");
        fire(
                yes("history.congenitalSpinalDeformity") && is("pain.course", "WORSENING", "FLUCTUATING"),
                "CURVATURE-1",
                "ROUTINE",
                "SPINE_SURGERY");
        boolean failed = more("treatment.weeks", 11) && is("treatment.response", "NONE");
        boolean injected = has("treatment.tried", "INJECTION");
        boolean physical = has("treatment.tried", "PHYSICAL_THERAPY");
        boolean chiropractic = has("treatment.tried", "CHIROPRACTIC");
        fire(failed && injected, "TREATMENT-1", "ROUTINE", "SPINE_SURGERY", "PAIN_MANAGEMENT");
        fire(
                failed && has("treatment.tried", "MEDICATION") && physical && chiropractic && !injected,
                "TREATMENT-2",
                "ROUTINE",
                "PAIN_MANAGEMENT");
        fire(
                failed && (physical || chiropractic) && !fired("TREATMENT-1") && !fired("TREATMENT-2"),
                "TREATMENT-3",
                "ROUTINE",
                "PHYSIATRY");
        fire(
                failed && !fired("TREATMENT-1") && !fired("TREATMENT-2") && !fired("TREATMENT-3"),
                "TREATMENT-4",
                "ROUTINE",
                "PRIMARY_CARE");
    }

    private List<String> screen() {
        List<String> screen = new ArrayList<>(List.of(
                "neuro.bladder",
                "neuro.bowelIncontinence",
                "neuro.saddleNumbness",
                "neuro.weakness",
                "neuro.sensoryChange",
                "pain.trigger",
                "systemic.fever",
                "history.cancer"));
        if (deficit) {
            screen.add("neuro.deficitCourse");
        }
        return screen.stream().filter(this::unanswered).toList();
    }

    private void pathway() {
        boolean legOrArm = has("pain.radiation", "LEG") || has("pain.radiation", "ARM");
        if (yes("pain.legPainOnWalkingRelievedBySitting")) {
            fire(true, "STENOSIS-1", "ROUTINE", "PHYSIATRY");
        } else if (legOrArm && days >= 42) {
            fire(true, "RADICULAR-1", "ROUTINE", "PHYSIATRY");
        } else if (legOrArm) {
            fire(true, "RADICULAR-2", "ROUTINE", "PRIMARY_CARE");
        } else if (days >= 90 && severe) {
            fire(true, "CHRONIC-1", "ROUTINE", "PHYSIATRY");
        } else if (severe) {
            fire(true, "SEVERE-1", "ROUTINE", "PRIMARY_CARE");
        } else if (mechanical() && days >= 28 && reassuring()) {
            fire(true, "MECHANICAL-1", "ROUTINE", "PHYSICAL_THERAPY");
        } else if (reassuring() && (severity <= 3 || is("pain.course", "IMPROVING"))) {
            fire(true, "SELFCARE-1", "SELF_CARE");
        } else if (mechanical()
                && severity >= 4
                && severity <= 6
                && has("pain.regions", "THORACIC")
                && reassuring()
                && no("history.osteoporosis")
                && age < 65) {
            fire(true, "MECHANICAL-2", "ROUTINE", "CHIROPRACTIC");
        } else if (reassuring() && mechanical() && !yes("history.osteoporosis") && age < 65) {
            fire(true, "SELFCARE-2", "SELF_CARE");
        } else {
            fire(true, "DEFAULT-1", "ROUTINE", "PRIMARY_CARE");
        }
    }

    private List<String> referrals(List<Row> findings) {
        boolean emergency = findings.getFirst().urgency().equals("EMERGENCY");
        Map<String, String> urgencyByQueue = new LinkedHashMap<>();
        for (Row row : findings) {
            if (!emergency || row.urgency().equals("EMERGENCY")) {
                row.queues().forEach(queue -> urgencyByQueue.putIfAbsent(queue, row.urgency()));
            }
        }
        List<String> referrals = new ArrayList<>();
        urgencyByQueue.forEach(
                (queue, urgency) -> referrals.add(queue + "/" + urgency + (referrals.isEmpty() ? "/primary" : "")));
        return referrals;
    }

    private String pattern() {
        if (fired("INFLAMMATORY-1") || fired("INFLAMMATORY-2")) {
            return "INFLAMMATORY";
        }
        if (has("pain.radiation", "LEG") || has("pain.radiation", "ARM")) {
            return "RADICULAR";
        }
        return mechanical() ? "MECHANICAL" : "UNCLASSIFIED";
    }

    private boolean legSigns() {
        return yes("neuro.bilateralLegSymptoms")
                || (yes("neuro.erectileDysfunction") && !is("patient.sexAtBirth", "FEMALE"));
    }

    private boolean activeCancer() {
        return is("history.cancer", "RECENT", "CURRENT");
    }

    private boolean noCancer() {
        return is("history.cancer", "NONE") || unanswered("history.cancer");
    }

    private boolean highInfectionRisk() {
        return any(
                        "history.immunosuppressed",
                        "history.recentSpineProcedure",
                        "history.ivDrugUse",
                        "history.hemodialysis")
                || is("pain.trigger", "SPINE_PROCEDURE");
    }

    private boolean infectionRisk() {
        return highInfectionRisk() || any("history.longTermSteroids", "history.recentInfection");
    }

    private boolean acuteEmergency() {
        return is("pain.onset", "SUDDEN")
                && severity >= 8
                && days < 42
                && any("pain.unremitting", "pain.limitsSpeechMovementOrBreathing");
    }

    private int inflammatoryFeatures() {
        int ageAtOnset = age - Math.floorDiv(days, 365);
        return (ageAtOnset < 40 ? 1 : 0)
                + (is("pain.onset", "GRADUAL") ? 1 : 0)
                + (yes("pain.improvesWithMovement") ? 1 : 0)
                + (no("pain.improvesWithRest") ? 1 : 0)
                + (yes("pain.nightPainSecondHalf") ? 1 : 0);
    }

    private boolean mechanical() {
        return any("pain.improvesWithRest", "pain.worseWithActivity")
                || is("pain.trigger", "LIFTING_OR_TWISTING", "POSTURE");
    }

    private boolean reassuring() {
        Set<Object> positive = Set.of(
                new AnswerValue.Flag(true),
                new AnswerValue.Symbol("MILD"),
                new AnswerValue.Symbol("SEVERE"),
                new AnswerValue.Symbol("WORSENING"),
                new AnswerValue.Symbol("RETENTION"),
                new AnswerValue.Symbol("INCONTINENCE"));
        for (String group : List.of("neuro", "systemic", "referred", "thoracicOutlet")) {
            for (Question question : group(group)) {
                Object value = value(question);
                if (value != null && positive.contains(value)) {
                    return false;
                }
            }
        }
        return no("systemic.fever")
                && no("systemic.unexplainedWeightLoss")
                && !yes("pain.unremitting")
                && !is("pain.course", "WORSENING")
                && !has("pain.radiation", "TRUNK_WRAP")
                && age < 70;
    }

    private void fire(boolean met, String rule, String urgency, String... queues) {
        if (met) {
            rows.add(new Row(rule, urgency, List.of(queues)));
        }
    }

    private boolean fired(String rule) {
        return rows.stream().anyMatch(row -> row.rule().equals(rule));
    }
}
