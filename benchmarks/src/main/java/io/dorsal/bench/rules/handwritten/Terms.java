package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;

/** What several rules speak of. An answer that is missing is -1, and meets nothing. */
final class Terms {
    static final int SUDDEN = 0;
    static final int GRADUAL = 1;

    static final int IMPROVING = 0;
    static final int WORSENING = 2;
    static final int FLUCTUATING = 3;

    static final int NO_TRIGGER = 0;
    static final int LIFTING = 1;
    static final int POSTURE = 2;
    static final int MINOR_TRAUMA = 3;
    static final int MAJOR_TRAUMA = 4;
    static final int SPINE_PROCEDURE = 5;

    static final int CERVICAL = 1;
    static final int THORACIC = 2;
    static final int LEG = 2;
    static final int ARM = 4;
    static final int TRUNK_WRAP = 8;

    static final int FEMALE = 0;
    static final int MALE = 1;
    static final int MILD = 1;
    static final int SEVERE = 2;
    static final int DEFICIT_WORSENING = 1;
    static final int PAST = 1;
    static final int NO_CANCER = 0;
    static final int HLA_POSITIVE = 0;
    static final int NO_RESPONSE = 0;

    static final int MEDICATION = 1;
    static final int PHYSICAL_THERAPY = 4;
    static final int CHIROPRACTIC = 8;
    static final int INJECTION = 16;

    static final int YES = 1;
    static final int NO = 0;

    private Terms() {}

    static boolean yes(int[] a, int question) {
        return a[question] == YES;
    }

    /** Whether a set was answered that holds one of the symbols. */
    static boolean has(int[] a, int question, int symbols) {
        return a[question] > 0 && (a[question] & symbols) != 0;
    }

    static boolean severe(int[] a) {
        return a[SEVERITY] >= 7;
    }

    static boolean deficit(int[] a) {
        return a[WEAKNESS] >= MILD || a[SENSORY_CHANGE] >= MILD;
    }

    static boolean mechanical(int[] a) {
        return yes(a, IMPROVES_WITH_REST)
                || yes(a, WORSE_WITH_ACTIVITY)
                || a[TRIGGER] == LIFTING
                || a[TRIGGER] == POSTURE;
    }

    static boolean highInfectionRisk(int[] a) {
        return yes(a, IMMUNOSUPPRESSED)
                || yes(a, RECENT_SPINE_PROCEDURE)
                || yes(a, IV_DRUG_USE)
                || yes(a, HEMODIALYSIS)
                || a[TRIGGER] == SPINE_PROCEDURE;
    }

    static boolean infectionRisk(int[] a) {
        return highInfectionRisk(a) || yes(a, LONG_TERM_STEROIDS) || yes(a, RECENT_INFECTION);
    }

    static boolean sphincterSymptom(int[] a) {
        return a[BLADDER] >= 1 || yes(a, BOWEL_INCONTINENCE);
    }

    static boolean lostErections(int[] a) {
        return yes(a, ERECTILE_DYSFUNCTION) && a[SEX] != FEMALE;
    }

    static boolean legSigns(int[] a) {
        return yes(a, BOTH_LEGS) || lostErections(a);
    }

    static boolean activeCancer(int[] a) {
        return a[CANCER] >= 2;
    }

    /** Never had it, or not asked. */
    static boolean noCancerKnown(int[] a) {
        return a[CANCER] <= NO_CANCER;
    }

    static boolean treatmentWithoutEffect(int[] a) {
        return a[TREATMENT_WEEKS] >= 12 && a[TREATMENT_RESPONSE] == NO_RESPONSE;
    }

    static boolean weakBone(int[] a) {
        return yes(a, OSTEOPOROSIS) || yes(a, LONG_TERM_STEROIDS);
    }

    static boolean beganBefore40(int[] a) {
        return a[AGE] - a[DAYS] / 365 < 40;
    }

    static int inflammatoryFeatures(int[] a) {
        return (beganBefore40(a) ? 1 : 0)
                + (a[ONSET] == GRADUAL ? 1 : 0)
                + (yes(a, IMPROVES_WITH_MOVEMENT) ? 1 : 0)
                + (a[IMPROVES_WITH_REST] == NO ? 1 : 0)
                + (yes(a, NIGHT_PAIN) ? 1 : 0);
    }

    static boolean inflammatorySupport(int[] a) {
        return yes(a, PSORIASIS)
                || yes(a, BOWEL_DISEASE)
                || yes(a, UVEITIS)
                || yes(a, ENTHESITIS)
                || a[HLA_B27] == HLA_POSITIVE
                || yes(a, FAMILY_RHEUMATIC);
    }

    static int arteritisSigns(int[] a) {
        return (yes(a, HEADACHE) ? 1 : 0)
                + (yes(a, VISION_DISTURBANCE) ? 1 : 0)
                + (yes(a, JAW_OR_SCALP) ? 1 : 0)
                + (a[STIFFNESS] > 45 ? 1 : 0)
                + (yes(a, WEIGHT_LOSS) ? 1 : 0);
    }

    static boolean headSign(int[] a) {
        return yes(a, HEADACHE) || yes(a, VISION_DISTURBANCE) || yes(a, JAW_OR_SCALP);
    }

    static int rheumaticSigns(int[] a) {
        return (yes(a, RED_SWOLLEN_JOINTS) ? 1 : 0)
                + (yes(a, MULTIPLE_JOINT_PAIN) ? 1 : 0)
                + (yes(a, SKIN_RASH) ? 1 : 0)
                + (yes(a, BLUE_FINGERS) ? 1 : 0)
                + (yes(a, DRY_EYES_OR_MOUTH) ? 1 : 0)
                + (yes(a, FATIGUE) ? 1 : 0);
    }

    static boolean screenIncomplete(int[] a) {
        return a[BLADDER] < 0
                || a[BOWEL_INCONTINENCE] < 0
                || a[SADDLE_NUMBNESS] < 0
                || a[WEAKNESS] < 0
                || a[SENSORY_CHANGE] < 0
                || a[TRIGGER] < 0
                || a[FEVER] < 0
                || a[CANCER] < 0
                || (a[DEFICIT_COURSE] < 0 && deficit(a));
    }

    static boolean reassuring(int[] a) {
        return a[FEVER] == NO
                && a[WEIGHT_LOSS] == NO
                && a[UNREMITTING] != YES
                && a[COURSE] != WORSENING
                && !has(a, RADIATION, TRUNK_WRAP)
                && a[AGE] < 70
                && nothingPositive(a);
    }

    /** From the first question on nerves to the last on the thoracic outlet, whatever is more than 0 is positive. */
    private static boolean nothingPositive(int[] a) {
        for (int question = WEAKNESS; question <= COLOR_CHANGE; question++) {
            if (a[question] > 0) {
                return false;
            }
        }
        return true;
    }
}
