package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;
import static io.dorsal.bench.rules.handwritten.Rank.*;
import static io.dorsal.bench.rules.handwritten.Terms.*;

/** The condition rules as an {@code if} each; those that fire are returned as bits by rank. */
final class Conditions {
    private Conditions() {}

    static long fired(int[] a, int earlier) {
        long fired = emergency(a);
        fired |= urgent(a, fired);
        fired |= soon(a, earlier, fired);
        return fired | routine(a) | safetyFloor(a);
    }

    private static long emergency(int[] a) {
        boolean severe = severe(a);
        boolean deficit = deficit(a);
        boolean verySevere = a[SEVERITY] >= 8;
        boolean sudden = a[ONSET] == SUDDEN;
        long fired = 0;
        if (yes(a, SADDLE_NUMBNESS) || (sphincterSymptom(a) && !yes(a, LONG_STANDING))) {
            fired |= 1L << CES_1;
        }
        if (deficit) {
            fired |= withDeficit(a);
        }
        if (activeCancer(a) && (deficit || yes(a, GAIT) || yes(a, BOTH_LEGS))) {
            fired |= 1L << CANCER_1;
        }
        if (a[TRIGGER] == MAJOR_TRAUMA && (deficit || (severe && a[DAYS] < 42))) {
            fired |= 1L << TRAUMA_1;
        }
        if ((a[TRIGGER] == MINOR_TRAUMA || a[TRIGGER] == MAJOR_TRAUMA)
                && has(a, REGIONS, CERVICAL)
                && a[DAYS] <= 7
                && (a[AGE] >= 65 || deficit)) {
            fired |= 1L << TRAUMA_3;
        }
        if (yes(a, FEVER) || yes(a, CHILLS)) {
            fired |= 1L << INFECTION_1;
        }
        if (sudden && verySevere && a[DAYS] < 42 && (yes(a, UNREMITTING) || yes(a, LIMITS_SPEECH))) {
            fired |= 1L << ACUTE_1;
        }
        if (yes(a, CHEST_PAIN) || yes(a, TEARING_PAIN) || yes(a, FAINTNESS) || yes(a, ABDOMINAL_ALARM)) {
            fired |= 1L << REFERRED_1;
        }
        if (a[AGE] >= 60
                && sudden
                && verySevere
                && a[DAYS] <= 7
                && a[TRIGGER] <= NO_TRIGGER
                && (yes(a, TOBACCO) || yes(a, FLANK) || a[SEX] == MALE)) {
            fired |= 1L << REFERRED_3;
        }
        if (yes(a, PALE_HAND) && sudden && a[DAYS] <= 14) {
            fired |= 1L << TOS_3;
        }
        return fired;
    }

    private static long withDeficit(int[] a) {
        long fired = 0;
        if (legSigns(a)) {
            fired |= 1L << CES_2;
        }
        if (a[DEFICIT_COURSE] == DEFICIT_WORSENING) {
            fired |= 1L << NEURO_1;
        }
        if (highInfectionRisk(a)) {
            fired |= 1L << INFECTION_4;
        }
        return fired;
    }

    private static long urgent(int[] a, long before) {
        boolean severe = severe(a);
        boolean deficit = deficit(a);
        boolean worsening = a[COURSE] == WORSENING;
        boolean badPain = severe || worsening || yes(a, WEIGHT_LOSS) || yes(a, UNREMITTING) || yes(a, NIGHT_PAIN);
        long fired = 0;
        if (!isIn(before, CES_2) && legSigns(a) && (a[DAYS] < 90 || worsening)) {
            fired |= 1L << CES_3;
        }
        if (!isIn(before, CES_1) && sphincterSymptom(a)) {
            fired |= 1L << CES_4;
        }
        if ((a[WEAKNESS] == SEVERE || a[SENSORY_CHANGE] == SEVERE) && a[DEFICIT_COURSE] != DEFICIT_WORSENING) {
            fired |= 1L << NEURO_2;
        }
        if (yes(a, LHERMITTE)
                || yes(a, HAND_CLUMSINESS)
                || (yes(a, GAIT) && (has(a, REGIONS, CERVICAL | THORACIC) || deficit || yes(a, BOTH_LEGS)))) {
            fired |= 1L << CORD_1;
        }
        if (activeCancer(a) && badPain) {
            fired |= 1L << CANCER_2;
        }
        if (a[CANCER] == PAST && (badPain || deficit || yes(a, GAIT) || yes(a, BOTH_LEGS))) {
            fired |= 1L << CANCER_3;
        }
        if (yes(a, WEIGHT_LOSS) && noCancerKnown(a)) {
            fired |= 1L << CANCER_4;
        }
        if (highInfectionRisk(a) && (severe || yes(a, UNREMITTING) || worsening)) {
            fired |= 1L << INFECTION_5;
        }
        if (deficit && (weakBone(a) || (a[AGE] >= 65 && (severe || a[TRIGGER] == MINOR_TRAUMA)))) {
            fired |= 1L << FRACTURE_4;
        }
        if (a[AGE] >= 50 && headSign(a) && arteritisSigns(a) >= 2) {
            fired |= 1L << GCA_1;
        }
        if (a[TRIGGER] == MAJOR_TRAUMA && !isIn(before, TRAUMA_1)) {
            fired |= 1L << TRAUMA_2;
        }
        if (yes(a, FLANK)) {
            fired |= 1L << REFERRED_2;
        }
        if (a[AGE] < 18
                && (severe || yes(a, UNREMITTING) || yes(a, NIGHT_PAIN) || yes(a, GAIT) || deficit || a[AGE] < 6)) {
            fired |= 1L << AGE_2;
        }
        return fired;
    }

    private static long soon(int[] a, int earlier, long before) {
        boolean severe = severe(a);
        long fired = 0;
        if (earlier >= 2 && a[COURSE] != IMPROVING) {
            fired |= 1L << REPRESENTED_1;
        }
        if (activeCancer(a)) {
            fired |= 1L << CANCER_5;
        }
        if (noCancerKnown(a)
                && severe
                && (a[COURSE] == WORSENING || yes(a, NIGHT_PAIN))
                && (a[AGE] >= 50 || yes(a, FAMILY_CANCER) || yes(a, TOBACCO))) {
            fired |= 1L << CANCER_6;
        }
        if (a[CANCER] == PAST && !isIn(before, CANCER_3)) {
            fired |= 1L << CANCER_7;
        }
        if (severe && weakBone(a)) {
            fired |= 1L << FRACTURE_1;
        }
        if (severe
                && a[DAYS] < 90
                && (yes(a, POSTMENOPAUSAL)
                        || a[AGE] >= 65
                        || (a[ONSET] == SUDDEN && (yes(a, TOBACCO) || yes(a, EXCESS_ALCOHOL))))) {
            fired |= 1L << FRACTURE_2;
        }
        if ((a[TRIGGER] == MINOR_TRAUMA || a[TRIGGER] == LIFTING) && (weakBone(a) || a[AGE] >= 65)) {
            fired |= 1L << FRACTURE_3;
        }
        if (infectionRisk(a)) {
            fired |= 1L << (severe ? INFECTION_2 : INFECTION_3);
        }
        return fired | inflammatory(a) | rheumatic(a) | milder(a, before);
    }

    private static long inflammatory(int[] a) {
        if (a[DAYS] < 90) {
            return 0;
        }
        int five = inflammatoryFeatures(a);
        int six = five + (a[STIFFNESS] > 30 ? 1 : 0);
        long fired = 0;
        if (five >= 4) {
            fired |= 1L << INFLAMMATORY_1;
        }
        if (six >= 4 || (six >= 2 && inflammatorySupport(a))) {
            fired |= 1L << INFLAMMATORY_2;
        }
        return fired;
    }

    private static long rheumatic(int[] a) {
        long fired = 0;
        if ((yes(a, RED_SWOLLEN_JOINTS) || yes(a, MULTIPLE_JOINT_PAIN)) && rheumaticSigns(a) >= 2) {
            fired |= 1L << RHEUM_1;
        }
        if (yes(a, ABNORMAL_MARKERS)) {
            fired |= 1L << RHEUM_3;
        }
        if (a[AGE] >= 50 && a[STIFFNESS] > 45 && yes(a, MULTIPLE_JOINT_PAIN)) {
            fired |= 1L << PMR_1;
        }
        if (yes(a, PSORIASIS) && (yes(a, MULTIPLE_JOINT_PAIN) || yes(a, RED_SWOLLEN_JOINTS) || a[STIFFNESS] > 30)) {
            fired |= 1L << PSORIATIC_1;
        }
        return fired;
    }

    /** What a graver rule has not taken already. */
    private static long milder(int[] a, long before) {
        long fired = 0;
        if (a[SEVERITY] >= 8 && yes(a, UNREMITTING) && !isIn(before, ACUTE_1)) {
            fired |= 1L << ACUTE_2;
        }
        if (a[AGE] >= 50 && yes(a, VISION_DISTURBANCE) && !isIn(before, GCA_1)) {
            fired |= 1L << GCA_2;
        }
        if (a[WEAKNESS] == MILD && !isIn(before, NEURO_1) && !isIn(before, NEURO_2)) {
            fired |= 1L << NEURO_3;
        }
        if (yes(a, GAIT) && !isIn(before, CORD_1)) {
            fired |= 1L << CORD_2;
        }
        if (yes(a, PALE_HAND) || yes(a, ARM_SWELLING)) {
            fired |= 1L << TOS_2;
        }
        if (a[AGE] < 18) {
            fired |= 1L << AGE_1;
        }
        return fired;
    }

    private static long routine(int[] a) {
        long fired = 0;
        if (yes(a, RHEUMATIC_DIAGNOSIS)) {
            fired |= 1L << RHEUM_2;
        }
        if (yes(a, ONE_SIDED_PAIN) && (yes(a, ARM_NUMBNESS) || yes(a, COLOR_CHANGE))) {
            fired |= 1L << TOS_1;
        }
        if (yes(a, CURVATURE) && (a[COURSE] == WORSENING || a[COURSE] == FLUCTUATING)) {
            fired |= 1L << CURVATURE_1;
        }
        return treatmentWithoutEffect(a) ? fired | 1L << treatment(a) : fired;
    }

    private static int treatment(int[] a) {
        int conservative = MEDICATION | PHYSICAL_THERAPY | CHIROPRACTIC;
        if (has(a, TRIED, INJECTION)) {
            return TREATMENT_1;
        }
        if (a[TRIED] > 0 && (a[TRIED] & conservative) == conservative) {
            return TREATMENT_2;
        }
        return has(a, TRIED, PHYSICAL_THERAPY | CHIROPRACTIC) ? TREATMENT_3 : TREATMENT_4;
    }

    private static long safetyFloor(int[] a) {
        if (!screenIncomplete(a)) {
            return 0;
        }
        return severe(a) || deficit(a) || has(a, RADIATION, LEG) ? 1L << SCREEN_1 : 1L << SCREEN_2;
    }

    static boolean isIn(long fired, int rank) {
        return (fired >>> rank & 1) == 1;
    }
}
