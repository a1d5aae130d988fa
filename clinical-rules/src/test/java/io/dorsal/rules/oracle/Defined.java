package io.dorsal.rules.oracle;

import static io.dorsal.rules.oracle.Evidence.all;
import static io.dorsal.rules.oracle.Evidence.any;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What several rules of the specification speak of. */
class Defined extends Given {
    private static final Set<AnswerValue> POSITIVE = Set.of(
            new AnswerValue.Flag(true),
            new AnswerValue.Symbol("MILD"),
            new AnswerValue.Symbol("SEVERE"),
            new AnswerValue.Symbol("WORSENING"),
            new AnswerValue.Symbol("RETENTION"),
            new AnswerValue.Symbol("INCONTINENCE"));

    final Evidence severe = number("pain.severity", severity -> severity >= 7);
    final Evidence deficit = any(is("neuro.weakness", "MILD", "SEVERE"), is("neuro.sensoryChange", "MILD", "SEVERE"));
    final Evidence mechanical = any(
            anyYes("pain.improvesWithRest", "pain.worseWithActivity"),
            is("pain.trigger", "LIFTING_OR_TWISTING", "POSTURE"));
    final Evidence highInfectionRisk = any(
            anyYes(
                    "history.immunosuppressed",
                    "history.recentSpineProcedure",
                    "history.ivDrugUse",
                    "history.hemodialysis"),
            is("pain.trigger", "SPINE_PROCEDURE"));
    final Evidence infectionRisk =
            any(highInfectionRisk, anyYes("history.longTermSteroids", "history.recentInfection"));

    Defined(Answers answers) {
        super(answers);
    }

    Evidence days(int from, int to) {
        return number("pain.durationDays", days -> days >= from && days <= to);
    }

    Evidence daysBelow(int days) {
        return days(0, days - 1);
    }

    Evidence daysFrom(int days) {
        return days(days, Integer.MAX_VALUE);
    }

    Evidence severityFrom(int severity) {
        return number("pain.severity", given -> given >= severity);
    }

    Evidence ageFrom(int age) {
        return number("patient.ageYears", given -> given >= age);
    }

    Evidence ageBelow(int age) {
        return number("patient.ageYears", given -> given < age);
    }

    Evidence worsening() {
        return is("pain.course", "WORSENING");
    }

    Evidence stiffnessOver(int minutes) {
        return number("pain.morningStiffnessMinutes", given -> given > minutes);
    }

    Evidence ageAtOnsetBelow40() {
        int ageAtOnset = required("patient.ageYears") - Math.floorDiv(required("pain.durationDays"), 365);
        return Evidence.of(ageAtOnset < 40, "patient.ageYears", "pain.durationDays");
    }

    Evidence sphincterSymptom() {
        return any(is("neuro.bladder", "RETENTION", "INCONTINENCE"), yes("neuro.bowelIncontinence"));
    }

    Evidence legSigns() {
        return any(
                yes("neuro.bilateralLegSymptoms"),
                all(yes("neuro.erectileDysfunction"), isNot("patient.sexAtBirth", "FEMALE")));
    }

    Evidence activeCancer() {
        return is("history.cancer", "RECENT", "CURRENT");
    }

    Evidence noCancer() {
        return any(is("history.cancer", "NONE"), unanswered("history.cancer"));
    }

    Evidence legOrArm() {
        return any(has("pain.radiation", "LEG"), has("pain.radiation", "ARM"));
    }

    Evidence reassuring() {
        return all(
                no("systemic.fever"),
                no("systemic.unexplainedWeightLoss"),
                nothingPositive(),
                notTrue("pain.unremitting"),
                isNot("pain.course", "WORSENING"),
                lacks("pain.radiation", "TRUNK_WRAP"),
                ageBelow(70));
    }

    /** Speaks of the answers that there are; a question that was left open says nothing either way. */
    private Evidence nothingPositive() {
        List<String> paths = new ArrayList<>();
        for (String group : List.of("neuro", "systemic", "referred", "thoracicOutlet")) {
            for (Question question : answered(group)) {
                if (POSITIVE.contains(value(question))) {
                    return Evidence.NONE;
                }
                paths.add(question.path());
            }
        }
        return new Evidence(true, paths);
    }
}
