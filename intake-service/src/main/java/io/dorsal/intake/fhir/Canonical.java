package io.dorsal.intake.fhir;

import io.dorsal.fhir.Systems;
import io.dorsal.rules.vocabulary.Question;

/** What is named by us in FHIR: canonical addresses and code systems. Public API, like metrics. */
public final class Canonical {

    /** The id of the one questionnaire there is. */
    public static final String QUESTIONNAIRE_ID = "back-pain-intake";

    /** Changes whenever the questionnaire does; a test holds each version to what it was when it was published. */
    public static final String QUESTIONNAIRE_VERSION = "1.0.0";

    /** The questionnaire's address, without its version. */
    public static final String QUESTIONNAIRE = Systems.BASE + "Questionnaire/" + QUESTIONNAIRE_ID;

    /** The questionnaire's address with its version, as responses name it. */
    public static final String VERSIONED_QUESTIONNAIRE = QUESTIONNAIRE + "|" + QUESTIONNAIRE_VERSION;

    static final String ASSESSMENT_STATUS = Systems.BASE + "CodeSystem/assessment-status";
    static final String ALERT_STATE = Systems.BASE + "CodeSystem/alert-state";

    private Canonical() {}

    /** The system of the codes that answer a question: what a symbol means depends on what was asked. */
    static String answersTo(Question question) {
        return Systems.BASE + "CodeSystem/answer." + question.path();
    }
}
