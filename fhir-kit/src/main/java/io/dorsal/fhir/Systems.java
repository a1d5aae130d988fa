package io.dorsal.fhir;

/** The systems that codes and identifiers of resources are of. Public API, like metrics. */
public final class Systems {

    /** What is named by us begins with it. */
    public static final String BASE = "https://dorsal.io/fhir/";

    public static final String URGENCY = BASE + "CodeSystem/urgency";
    public static final String QUEUE = BASE + "CodeSystem/queue";
    public static final String RULE = BASE + "CodeSystem/rule";
    public static final String RULESET = BASE + "CodeSystem/ruleset";
    public static final String REFERRAL_STATE = BASE + "CodeSystem/referral-state";
    public static final String REFERRAL_REASON = BASE + "CodeSystem/referral-reason";

    /** Of the ends that a specialist is asked to confirm. */
    public static final String ASKED_END = BASE + "CodeSystem/asked-end";

    public static final String TASK = BASE + "CodeSystem/task";

    /** Of the ids of clinics. */
    public static final String CLINIC = BASE + "NamingSystem/clinic";

    /** Of identifiers that are addresses, such as a {@code urn:uuid:}. */
    public static final String URI = "urn:ietf:rfc:3986";

    /** The extension that tells why something is not there. */
    public static final String ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private Systems() {}
}
