package io.dorsal.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's validator of R4, which knows our questionnaire. */
public final class R4Validator {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Set<ResultSeverityEnum> FAULTS = Set.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);
    private static final FhirValidator VALIDATOR = validator();

    private R4Validator() {}

    /** What is wrong with a resource, warnings aside. */
    public static List<String> errors(Resource resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> FAULTS.contains(message.getSeverity()))
                .map(R4Validator::text)
                .toList();
    }

    private static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(CONTEXT);
        Questionnaire questionnaire = IntakeQuestionnaire.of(Rulesets.active().vocabulary());
        ours.addResource(questionnaire);
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                ours,
                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                new CommonCodeSystemsTerminologyService(CONTEXT));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setAnyExtensionsAllowed(false);
        return CONTEXT.newValidator().registerValidatorModule(instances);
    }
}
