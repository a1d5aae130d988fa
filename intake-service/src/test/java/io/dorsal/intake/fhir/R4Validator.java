package io.dorsal.intake.fhir;

import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.testsupport.fhir.ResourceValidator;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** A validator of R4 which knows our questionnaire. */
public final class R4Validator {

    private static final ResourceValidator VALIDATOR =
            ResourceValidator.knowing(IntakeQuestionnaire.of(Rulesets.active().vocabulary()));

    private R4Validator() {}

    /** What is wrong with a resource, warnings aside. */
    public static List<String> errors(Resource resource) {
        return VALIDATOR.errors(resource);
    }
}
