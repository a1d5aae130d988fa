package io.dorsal.intake.fhir;

import io.dorsal.rules.vocabulary.AnswerType;

/** What items are named that stand for no question of the vocabulary. */
public final class Items {

    /** When the patient was assessed. */
    public static final String ASSESSED_AT = "assessedAt";

    /** The group about the patient. */
    static final String PATIENT = "patient";

    /** The clinic's own key of the patient. */
    public static final String REFERENCE = PATIENT + ".reference";

    /**
     * The code of an empty set. Without it nothing could be answered by "none of these", since an item without an answer
     * is one that was not asked.
     */
    static final String NONE_OF_THESE = "NONE";

    private Items() {}

    /** Whether a set may be answered by "none of these". */
    static boolean mayBeNone(AnswerType.SetOf type) {
        if (type.symbols().contains(NONE_OF_THESE)) {
            throw new IllegalStateException("a symbol of a set is called as the empty set is");
        }
        return type.atLeast() == 0;
    }
}
