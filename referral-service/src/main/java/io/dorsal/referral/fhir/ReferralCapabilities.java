package io.dorsal.referral.fhir;

import io.dorsal.fhir.Statements;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What this server can do, and nothing that it cannot. */
public final class ReferralCapabilities {

    /** When what is stated here last changed. */
    private static final String DATE = "2026-11-28";

    private static final String VERSION = "1.0.0";

    private ReferralCapabilities() {}

    /** The capabilities of a server at an address. */
    public static CapabilityStatement at(String base) {
        CapabilityStatement statement = Statements.of("referral", base)
                .setVersion(VERSION)
                .setDateElement(new DateTimeType(DATE))
                .setDescription("Specialists' systems read referrals, and say what became of them.");
        statement.addRest(rest());
        return statement;
    }

    private static CapabilityStatementRestComponent rest() {
        CapabilityStatementRestComponent rest = Statements.rest(
                "An OAuth 2.0 bearer token (JWT). Specialists see the referrals of their queues, clinics"
                        + " their own.");
        rest.addResource(Statements.searched(
                        "ServiceRequest",
                        Map.of(
                                "performer",
                                SearchParamType.REFERENCE,
                                "status",
                                SearchParamType.TOKEN,
                                "requisition",
                                SearchParamType.TOKEN,
                                "_lastUpdated",
                                SearchParamType.DATE))
                .setDocumentation("A referral: what is asked for, and why. EMERGENCY is stat, URGENT asap, SOON urgent,"
                        + " ROUTINE routine. The requisition is the assessment, as urn:uuid."));
        rest.addResource(Statements.updated(Statements.searched(
                        "Task",
                        Map.of(
                                "owner",
                                SearchParamType.REFERENCE,
                                "status",
                                SearchParamType.TOKEN,
                                "business-status",
                                SearchParamType.TOKEN,
                                "_lastUpdated",
                                SearchParamType.DATE)))
                .setDocumentation("How a referral stands, under its id. An update of status acts on it, and names the"
                        + " version that was read by If-Match: accepted; in-progress with executionPeriod.start;"
                        + " on-hold, as the patient did not come; completed, and rejected with advice in note, with a"
                        + " statusReason; cancelled."));
        return rest;
    }
}
