package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;
import static io.dorsal.bench.rules.handwritten.Terms.*;

/** Which answers made a rule fire that did fire. */
final class Citations {
    private Citations() {}

    static Cited of(int rank, int[] a) {
        Cited c = new Cited(a);
        return rank < Rank.CES_3
                ? emergency(rank, c)
                : rank < Rank.REPRESENTED_1
                        ? urgent(rank, c)
                        : rank < Rank.RHEUM_2
                                ? soon(rank, c)
                                : rank < Rank.STENOSIS_1 ? routine(rank, c) : pathway(rank, c);
    }

    private static Cited emergency(int rank, Cited c) {
        int[] a = c.answers();
        return switch (rank) {
            case Rank.CES_1 -> {
                boolean sphincter = sphincterSymptom(a) && !Terms.yes(a, LONG_STANDING);
                yield (sphincter ? sphincter(c).one(LONG_STANDING) : c).yes(SADDLE_NUMBNESS);
            }
            case Rank.CES_2 -> legSigns(deficit(c));
            case Rank.NEURO_1 -> deficit(c).one(DEFICIT_COURSE);
            case Rank.CANCER_1 -> deficit(c).one(CANCER).yes(GAIT, BOTH_LEGS);
            case Rank.TRAUMA_1 -> {
                boolean fresh = Terms.severe(a) && a[DAYS] < 42;
                yield deficit(c).one(TRIGGER).oneIf(fresh, SEVERITY).oneIf(fresh, DAYS);
            }
            case Rank.TRAUMA_3 -> deficit(c).all(TRIGGER, REGIONS, DAYS).oneIf(a[AGE] >= 65, AGE);
            case Rank.INFECTION_1 -> c.yes(FEVER, CHILLS);
            case Rank.INFECTION_4 -> highInfectionRisk(deficit(c));
            case Rank.ACUTE_1 -> c.all(ONSET, SEVERITY, DAYS).yes(UNREMITTING, LIMITS_SPEECH);
            case Rank.REFERRED_1 -> c.yes(CHEST_PAIN, TEARING_PAIN, FAINTNESS, ABDOMINAL_ALARM);
            case Rank.REFERRED_3 ->
                c.all(AGE, ONSET, SEVERITY, DAYS, TRIGGER).yes(TOBACCO, FLANK).oneIf(a[SEX] == MALE, SEX);
            default -> c.all(PALE_HAND, ONSET, DAYS);
        };
    }

    private static Cited urgent(int rank, Cited c) {
        int[] a = c.answers();
        return switch (rank) {
            case Rank.CES_3 -> legSigns(c).oneIf(a[DAYS] < 90, DAYS).oneIf(a[COURSE] == WORSENING, COURSE);
            case Rank.CES_4 -> sphincter(c);
            case Rank.NEURO_2 ->
                c.oneIf(a[WEAKNESS] == SEVERE, WEAKNESS)
                        .oneIf(a[SENSORY_CHANGE] == SEVERE, SENSORY_CHANGE)
                        .one(DEFICIT_COURSE);
            case Rank.CORD_1 -> cord(c.yes(LHERMITTE, HAND_CLUMSINESS));
            case Rank.CANCER_2 -> badPain(c).one(CANCER);
            case Rank.CANCER_3 -> deficit(badPain(c)).one(CANCER).yes(GAIT, BOTH_LEGS);
            case Rank.CANCER_4 -> c.all(WEIGHT_LOSS, CANCER);
            case Rank.INFECTION_5 ->
                severe(highInfectionRisk(c)).yes(UNREMITTING).oneIf(a[COURSE] == WORSENING, COURSE);
            case Rank.FRACTURE_4 -> {
                boolean injured = a[TRIGGER] == MINOR_TRAUMA;
                boolean old = a[AGE] >= 65 && (Terms.severe(a) || injured);
                yield deficit(c)
                        .yes(OSTEOPOROSIS, LONG_TERM_STEROIDS)
                        .oneIf(old, AGE)
                        .oneIf(old && Terms.severe(a), SEVERITY)
                        .oneIf(old && injured, TRIGGER);
            }
            case Rank.GCA_1 ->
                c.one(AGE)
                        .yes(HEADACHE, VISION_DISTURBANCE, JAW_OR_SCALP, WEIGHT_LOSS)
                        .oneIf(a[STIFFNESS] > 45, STIFFNESS);
            case Rank.TRAUMA_2 -> c.one(TRIGGER);
            case Rank.REFERRED_2 -> c.one(FLANK);
            case Rank.AGE_2 -> deficit(severe(c)).one(AGE).yes(UNREMITTING, NIGHT_PAIN, GAIT);
            default -> {
                screen(c);
                yield deficit(severe(c)).oneIf(has(a, RADIATION, LEG), RADIATION);
            }
        };
    }

    private static Cited soon(int rank, Cited c) {
        int[] a = c.answers();
        return switch (rank) {
            case Rank.REPRESENTED_1 -> c.one(COURSE);
            case Rank.CANCER_5, Rank.CANCER_7 -> c.one(CANCER);
            case Rank.CANCER_6 ->
                c.all(CANCER, SEVERITY)
                        .oneIf(a[COURSE] == WORSENING, COURSE)
                        .yes(NIGHT_PAIN, FAMILY_CANCER, TOBACCO)
                        .oneIf(a[AGE] >= 50, AGE);
            case Rank.FRACTURE_1 -> c.one(SEVERITY).yes(OSTEOPOROSIS, LONG_TERM_STEROIDS);
            case Rank.FRACTURE_2 -> {
                boolean sudden = a[ONSET] == SUDDEN && (Terms.yes(a, TOBACCO) || Terms.yes(a, EXCESS_ALCOHOL));
                c.all(SEVERITY, DAYS).yes(POSTMENOPAUSAL).oneIf(a[AGE] >= 65, AGE);
                yield sudden ? c.one(ONSET).yes(TOBACCO, EXCESS_ALCOHOL) : c;
            }
            case Rank.FRACTURE_3 ->
                c.one(TRIGGER).yes(OSTEOPOROSIS, LONG_TERM_STEROIDS).oneIf(a[AGE] >= 65, AGE);
            case Rank.INFECTION_2, Rank.INFECTION_3 ->
                highInfectionRisk(c).one(SEVERITY).yes(LONG_TERM_STEROIDS, RECENT_INFECTION);
            case Rank.INFLAMMATORY_1 -> inflammatory(c);
            case Rank.INFLAMMATORY_2 ->
                inflammatory(c)
                        .oneIf(a[STIFFNESS] > 30, STIFFNESS)
                        .yes(PSORIASIS, BOWEL_DISEASE, UVEITIS, ENTHESITIS, FAMILY_RHEUMATIC)
                        .oneIf(a[HLA_B27] == HLA_POSITIVE, HLA_B27);
            case Rank.RHEUM_1 ->
                c.yes(RED_SWOLLEN_JOINTS, MULTIPLE_JOINT_PAIN, SKIN_RASH, BLUE_FINGERS, DRY_EYES_OR_MOUTH, FATIGUE);
            case Rank.RHEUM_3 -> c.one(ABNORMAL_MARKERS);
            case Rank.PMR_1 -> c.all(AGE, STIFFNESS, MULTIPLE_JOINT_PAIN);
            case Rank.PSORIATIC_1 ->
                c.one(PSORIASIS).yes(MULTIPLE_JOINT_PAIN, RED_SWOLLEN_JOINTS).oneIf(a[STIFFNESS] > 30, STIFFNESS);
            case Rank.ACUTE_2 -> c.all(SEVERITY, UNREMITTING);
            case Rank.GCA_2 -> c.all(AGE, VISION_DISTURBANCE);
            case Rank.NEURO_3 -> c.one(WEAKNESS);
            case Rank.CORD_2 -> c.one(GAIT);
            case Rank.TOS_2 -> c.yes(PALE_HAND, ARM_SWELLING);
            case Rank.AGE_1 -> c.one(AGE);
            default -> screen(c);
        };
    }

    private static Cited routine(int rank, Cited c) {
        return switch (rank) {
            case Rank.RHEUM_2 -> c.one(RHEUMATIC_DIAGNOSIS);
            case Rank.TOS_1 -> c.one(ONE_SIDED_PAIN).yes(ARM_NUMBNESS, COLOR_CHANGE);
            case Rank.CURVATURE_1 -> c.all(CURVATURE, COURSE);
            case Rank.TREATMENT_4 -> c.all(TREATMENT_WEEKS, TREATMENT_RESPONSE);
            default -> c.all(TREATMENT_WEEKS, TREATMENT_RESPONSE, TRIED);
        };
    }

    private static Cited pathway(int rank, Cited c) {
        int[] a = c.answers();
        return switch (rank) {
            case Rank.STENOSIS_1 -> c.one(LEG_PAIN_ON_WALKING);
            case Rank.RADICULAR_1 -> c.all(RADIATION, DAYS);
            case Rank.RADICULAR_2 -> c.one(RADIATION);
            case Rank.CHRONIC_1 -> c.all(DAYS, SEVERITY);
            case Rank.SEVERE_1 -> c.one(SEVERITY);
            case Rank.MECHANICAL_1 -> reassuring(mechanical(c)).one(DAYS);
            case Rank.SELFCARE_1 -> reassuring(c).oneIf(a[SEVERITY] <= 3, SEVERITY);
            case Rank.MECHANICAL_2 -> reassuring(mechanical(c)).all(SEVERITY, REGIONS, OSTEOPOROSIS);
            case Rank.SELFCARE_2 -> reassuring(mechanical(c)).one(OSTEOPOROSIS);
            default -> c;
        };
    }

    private static Cited severe(Cited c) {
        return c.oneIf(Terms.severe(c.answers()), SEVERITY);
    }

    private static Cited deficit(Cited c) {
        int[] a = c.answers();
        return c.oneIf(a[WEAKNESS] >= MILD, WEAKNESS).oneIf(a[SENSORY_CHANGE] >= MILD, SENSORY_CHANGE);
    }

    private static Cited sphincter(Cited c) {
        return c.oneIf(c.answers()[BLADDER] >= 1, BLADDER).yes(BOWEL_INCONTINENCE);
    }

    private static Cited legSigns(Cited c) {
        c.yes(BOTH_LEGS);
        return lostErections(c.answers()) ? c.all(ERECTILE_DYSFUNCTION, SEX) : c;
    }

    private static Cited highInfectionRisk(Cited c) {
        return c.yes(IMMUNOSUPPRESSED, RECENT_SPINE_PROCEDURE, IV_DRUG_USE, HEMODIALYSIS)
                .oneIf(c.answers()[TRIGGER] == SPINE_PROCEDURE, TRIGGER);
    }

    private static Cited mechanical(Cited c) {
        int trigger = c.answers()[TRIGGER];
        return c.yes(IMPROVES_WITH_REST, WORSE_WITH_ACTIVITY).oneIf(trigger == LIFTING || trigger == POSTURE, TRIGGER);
    }

    private static Cited badPain(Cited c) {
        return severe(c).oneIf(c.answers()[COURSE] == WORSENING, COURSE).yes(WEIGHT_LOSS, UNREMITTING, NIGHT_PAIN);
    }

    private static Cited cord(Cited c) {
        int[] a = c.answers();
        boolean level = has(a, REGIONS, CERVICAL | THORACIC);
        if (!Terms.yes(a, GAIT) || !(level || Terms.deficit(a) || Terms.yes(a, BOTH_LEGS))) {
            return c;
        }
        return deficit(c).one(GAIT).oneIf(level, REGIONS).yes(BOTH_LEGS);
    }

    private static Cited inflammatory(Cited c) {
        int[] a = c.answers();
        boolean young = beganBefore40(a);
        return c.one(DAYS)
                .oneIf(young, AGE)
                .oneIf(a[ONSET] == GRADUAL, ONSET)
                .yes(IMPROVES_WITH_MOVEMENT, NIGHT_PAIN)
                .oneIf(a[IMPROVES_WITH_REST] == NO, IMPROVES_WITH_REST);
    }

    private static Cited screen(Cited c) {
        int[] a = c.answers();
        for (int question : Screen.ALWAYS) {
            c.oneIf(a[question] < 0, question);
        }
        return c.oneIf(a[DEFICIT_COURSE] < 0 && Terms.deficit(a), DEFICIT_COURSE);
    }

    private static Cited reassuring(Cited c) {
        int[] a = c.answers();
        for (int question = WEAKNESS; question <= COLOR_CHANGE; question++) {
            c.oneIf(a[question] >= 0, question);
        }
        return c.all(FEVER, WEIGHT_LOSS, UNREMITTING, COURSE, RADIATION, AGE);
    }
}
