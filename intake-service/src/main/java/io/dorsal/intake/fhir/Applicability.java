package io.dorsal.intake.fhir;

import java.util.List;
import java.util.Map;

/**
 * Which questions apply only sometimes. A question is hidden only where an answer rules it out: while the other question
 * is open, or is answered in any other way, it is asked.
 */
final class Applicability {

    private static final String SEX = "patient.sexAtBirth";
    private static final String WEAKNESS = "neuro.weakness";
    private static final String SENSORY_CHANGE = "neuro.sensoryChange";
    private static final String BLADDER = "neuro.bladder";

    private static final Map<String, List<When>> WHEN = Map.of(
            "neuro.deficitCourse",
            List.of(
                    new When.Chosen(WEAKNESS, "MILD"),
                    new When.Chosen(WEAKNESS, "SEVERE"),
                    new When.Chosen(SENSORY_CHANGE, "MILD"),
                    new When.Chosen(SENSORY_CHANGE, "SEVERE")),
            "neuro.sphincterLongStanding",
            List.of(
                    new When.Chosen(BLADDER, "RETENTION"),
                    new When.Chosen(BLADDER, "INCONTINENCE"),
                    new When.Yes("neuro.bowelIncontinence")),
            "neuro.erectileDysfunction",
            List.of(
                    new When.Unanswered(SEX),
                    new When.Chosen(SEX, "MALE"),
                    new When.Chosen(SEX, "INTERSEX"),
                    new When.Chosen(SEX, "UNKNOWN")),
            "history.postmenopausal",
            List.of(
                    new When.Unanswered(SEX),
                    new When.Chosen(SEX, "FEMALE"),
                    new When.Chosen(SEX, "INTERSEX"),
                    new When.Chosen(SEX, "UNKNOWN")));

    private Applicability() {}

    /** Of what any must hold, that the question at the path applies; nothing if it always does. */
    static List<When> of(String path) {
        return WHEN.getOrDefault(path, List.of());
    }

    /** The state of another question. */
    sealed interface When {

        /** The other question. */
        String path();

        /** It has no answer. */
        record Unanswered(String path) implements When {}

        /** It is answered by this symbol. */
        record Chosen(String path, String symbol) implements When {}

        /** It is answered by yes. */
        record Yes(String path) implements When {}
    }
}
