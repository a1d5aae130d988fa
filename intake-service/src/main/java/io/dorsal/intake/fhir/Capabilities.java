package io.dorsal.intake.fhir;

import io.dorsal.fhir.Statements;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What this server can do, and nothing that it cannot. */
public final class Capabilities {

    /** When what is stated here last changed. */
    private static final String DATE = "2026-11-28";

    private Capabilities() {}

    /** The capabilities of a server at an address. */
    public static CapabilityStatement at(String base) {
        CapabilityStatement statement = Statements.of("intake", base)
                .setVersion(Canonical.QUESTIONNAIRE_VERSION)
                .setDateElement(new DateTimeType(DATE))
                .setDescription("Clinics submit assessments of back pain, and read what was decided and done.");
        statement.addRest(rest());
        return statement;
    }

    private static CapabilityStatementRestComponent rest() {
        CapabilityStatementRestComponent rest =
                Statements.rest("An OAuth 2.0 bearer token (JWT) of a clinic. A clinic sees its own resources only.");
        rest.addResource(Statements.searched(
                "Questionnaire", Map.of("url", SearchParamType.URI, "version", SearchParamType.TOKEN)));
        rest.addResource(responses());
        rest.addResource(ofPatients("RiskAssessment", Map.of())
                .setDocumentation(
                        "The decision that stands, under the id of its assessment. The first prediction is the most"
                                + " urgent, and the tag says how urgent that is."));
        rest.addResource(ofPatients(
                        "ServiceRequest", Map.of("status", SearchParamType.TOKEN, "requisition", SearchParamType.TOKEN))
                .setDocumentation(
                        "A referral. EMERGENCY is stat, URGENT asap, SOON urgent, ROUTINE routine. The requisition"
                                + " is the assessment, as urn:uuid."));
        rest.addResource(ofPatients(
                        "Task", Map.of("status", SearchParamType.TOKEN, "based-on", SearchParamType.REFERENCE))
                .setDocumentation("How a referral or an alert stands, under its id, and how far triage is, under that"
                        + " of the assessment: failed means that it could not be processed."));
        return rest;
    }

    private static CapabilityStatementRestResourceComponent responses() {
        CapabilityStatementRestResourceComponent resource = Statements.updated(
                        ofPatients("QuestionnaireResponse", Map.of("status", SearchParamType.TOKEN)))
                .setDocumentation(
                        "identifier.value is the key of idempotency: the same response under the same one, however"
                                + " often it comes, is one assessment; other answers under it are refused with 422."
                                + " 201 means that the assessment will be decided, or a human told. An update amends:"
                                + " it names the version that it was made of by If-Match, as read in the ETag.");
        resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
        resource.addOperation()
                .setName("validate")
                .setDefinition("http://hl7.org/fhir/OperationDefinition/Resource-validate");
        return resource;
    }

    /** By whom it is about in a body only, so that nothing tells of that in an address. */
    private static CapabilityStatementRestResourceComponent ofPatients(
            String type, Map<String, SearchParamType> parameters) {
        CapabilityStatementRestResourceComponent resource = Statements.searched(type, parameters);
        resource.addSearchParam()
                .setName("patient")
                .setType(SearchParamType.REFERENCE)
                .setDocumentation(
                        "As patient:identifier or patient.identifier, in the body of a POST to _search only.");
        return resource;
    }
}
