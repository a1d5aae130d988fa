package io.dorsal.intake.fhir;

import io.dorsal.rules.vocabulary.Question;

/** What is named by us in FHIR: canonical addresses and code systems. Public API, like metrics. */
public final class Canonical {

    /** The id of the one questionnaire there is. */
    public static final String QUESTIONNAIRE_ID = "back-pain-intake";

    /** Changes whenever the questionnaire does; a test holds each version to what it was when it was published. */
    public static final String QUESTIONNAIRE_VERSION = "1.0.0";

    private static final String BASE = "https://dorsal.io/fhir/";

    /** The questionnaire's address, without its version. */
    public static final String QUESTIONNAIRE = BASE + "Questionnaire/" + QUESTIONNAIRE_ID;

    /** The questionnaire's address with its version, as responses name it. */
    public static final String VERSIONED_QUESTIONNAIRE = QUESTIONNAIRE + "|" + QUESTIONNAIRE_VERSION;

    /** What the capabilities of a server are called. */
    static final String CAPABILITIES = BASE + "CapabilityStatement/intake";

    static final String URGENCY = BASE + "CodeSystem/urgency";
    static final String QUEUE = BASE + "CodeSystem/queue";
    static final String RULE = BASE + "CodeSystem/rule";
    static final String RULESET = BASE + "CodeSystem/ruleset";
    static final String ASSESSMENT_STATUS = BASE + "CodeSystem/assessment-status";
    static final String REFERRAL_STATE = BASE + "CodeSystem/referral-state";
    static final String REFERRAL_REASON = BASE + "CodeSystem/referral-reason";
    static final String ALERT_STATE = BASE + "CodeSystem/alert-state";
    static final String TASK = BASE + "CodeSystem/task";

    /** Of identifiers that are addresses, such as a {@code urn:uuid:}. */
    static final String URI = "urn:ietf:rfc:3986";

    /** The extension that tells why something is not there. */
    static final String ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private Canonical() {}

    /** The system of the codes that answer a question: what a symbol means depends on what was asked. */
    static String answersTo(Question question) {
        return BASE + "CodeSystem/answer." + question.path();
    }
}
