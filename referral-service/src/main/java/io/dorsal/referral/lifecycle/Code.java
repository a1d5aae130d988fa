package io.dorsal.referral.lifecycle;

import static io.dorsal.referral.lifecycle.ActionName.CANCEL;
import static io.dorsal.referral.lifecycle.ActionName.COMPLETE;
import static io.dorsal.referral.lifecycle.ActionName.PAUSE;
import static io.dorsal.referral.lifecycle.ActionName.REDIRECT;
import static io.dorsal.referral.lifecycle.ActionName.RETURN;

import java.util.Set;
import java.util.stream.Stream;

/** The reasons and outcomes that an action may be given; the names are public API. */
public enum Code {
    TREATED("Seen and treated", COMPLETE),
    TREATMENT_PLANNED("Seen; treatment follows", COMPLETE),
    ADMITTED("Admitted to hospital", COMPLETE),
    DISCHARGED_WITH_ADVICE("Seen and discharged, with advice on when to come back", COMPLETE),
    CARE_GOES_ON_ELSEWHERE("Seen; others go on with the care", COMPLETE),

    MORE_INFORMATION_NEEDED("The assessment does not tell enough to decide", RETURN),
    WORK_UP_NEEDED("Examinations are needed first", RETURN),
    CARE_AT_CLINIC("The clinic can care for the patient, by the advice", RETURN),
    NO_QUEUE_FITS("No queue of this platform is the right one", RETURN),
    ALREADY_IN_CARE("The patient is already cared for here", RETURN),

    ANOTHER_SPECIALTY("Another specialty is the right one", REDIRECT),
    ANOTHER_SPECIALTY_FIRST("Another specialty has to see the patient first", REDIRECT),
    NO_CAPACITY("Another queue can see the patient in time", REDIRECT),

    SEEN_ELSEWHERE("The patient was or will be seen elsewhere", CANCEL),
    NO_LONGER_NEEDED("The clinic sees no need any more", CANCEL),
    ADVICE_FOLLOWED("The clinic follows the advice of a return", CANCEL),
    ENTERED_IN_ERROR("The assessment should not have been submitted", CANCEL),
    PATIENT_DECEASED("The patient has died", CANCEL, RETURN),

    PATIENT_DECLINED("The patient does not want it", COMPLETE, RETURN, REDIRECT, CANCEL),
    PATIENT_UNREACHABLE("The patient cannot be reached", RETURN, CANCEL, PAUSE),

    PATIENT_UNAVAILABLE("The patient cannot come for a time, or asked for later", PAUSE),
    RESULTS_AWAITED("Results of an examination are awaited", PAUSE),
    CLINIC_ASKED("The clinic was asked something, and has not answered", PAUSE),
    OTHER_ILLNESS_FIRST("Another illness has to be treated first", PAUSE);

    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes none that changes
    private final Set<ActionName> actions;

    Code(String meaning, ActionName... actions) {
        this.meaning = meaning;
        this.actions = Set.of(actions);
    }

    /** What it means, for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether it may be given with an action. */
    public boolean fits(ActionName action) {
        return actions.contains(action);
    }

    /** Those that may be given with an action. */
    public static Stream<Code> of(ActionName action) {
        return Stream.of(values()).filter(code -> code.fits(action));
    }
}
