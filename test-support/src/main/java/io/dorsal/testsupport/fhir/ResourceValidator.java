package io.dorsal.testsupport.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's validator of R4. It takes seconds to make: one is enough for all tests of a module. */
public final class ResourceValidator {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Set<ResultSeverityEnum> FAULTS = Set.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);

    private final FhirValidator validator;

    private ResourceValidator(FhirValidator validator) {
        this.validator = validator;
    }

    /** A validator that knows resources of ours, such as a questionnaire, beside those of the standard. */
    public static ResourceValidator knowing(Resource... ours) {
        PrePopulatedValidationSupport known = new PrePopulatedValidationSupport(CONTEXT);
        List.of(ours).forEach(known::addResource);
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                known,
                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                new CommonCodeSystemsTerminologyService(CONTEXT));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setAnyExtensionsAllowed(false);
        return new ResourceValidator(CONTEXT.newValidator().registerValidatorModule(instances));
    }

    /** What is wrong with a resource, warnings aside. */
    public List<String> errors(Resource resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> FAULTS.contains(message.getSeverity()))
                .map(ResourceValidator::text)
                .toList();
    }

    private static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
