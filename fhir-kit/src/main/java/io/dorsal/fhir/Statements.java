package io.dorsal.fhir;

import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** Parts of the statement of what a server can do. */
public final class Statements {

    private static final String HL7 = "http://hl7.org/fhir/";

    private Statements() {}

    /**
     * The statement of one of our servers, to which its resources are added.
     *
     * @param server its name in addresses, such as {@code intake}
     * @param base address of the server
     */
    public static CapabilityStatement of(String server, String base) {
        CapabilityStatement statement = new CapabilityStatement()
                .setUrl(Systems.BASE + "CapabilityStatement/" + server)
                .setName("Dorsal" + Codes.words(server))
                .setTitle("Dorsal " + server)
                .setStatus(PublicationStatus.ACTIVE)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1);
        statement.getSoftware().setName("Dorsal " + server + "-service");
        statement.getImplementation().setDescription("Dorsal " + server).setUrl(base);
        statement.addFormat("application/fhir+json").addFormat("application/fhir+xml");
        return statement;
    }

    /** What is there over HTTP. */
    public static CapabilityStatementRestComponent rest(String access) {
        CapabilityStatementRestComponent rest =
                new CapabilityStatementRestComponent().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .addService(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/restful-security-service", "OAuth", "OAuth")))
                .setDescription(access);
        return rest;
    }

    /** A type that is read, and searched by its id and these. */
    public static CapabilityStatementRestResourceComponent searched(
            String type, Map<String, SearchParamType> parameters) {
        CapabilityStatementRestResourceComponent resource = new CapabilityStatementRestResourceComponent()
                .setType(type)
                .setProfile(HL7 + "StructureDefinition/" + type)
                .setVersioning(ResourceVersionPolicy.VERSIONED);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        resource.addSearchParam().setName("_id").setType(SearchParamType.TOKEN);
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(parameter ->
                        resource.addSearchParam().setName(parameter.getKey()).setType(parameter.getValue()));
        return resource;
    }

    /** The same, updated as well: of the version that was read, and never made so. */
    public static CapabilityStatementRestResourceComponent updated(CapabilityStatementRestResourceComponent resource) {
        resource.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE)
                .setUpdateCreate(false)
                .setConditionalCreate(false)
                .setConditionalUpdate(false);
        resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
        return resource;
    }
}
