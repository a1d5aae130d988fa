package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.http.SearchParameters;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of resources that an assessment has, by their names in FHIR. */
enum OutcomeType {
    QuestionnaireResponse,
    RiskAssessment,
    ServiceRequest,
    Task;

    /** What it may be searched by. */
    Set<String> parameters() {
        return Stream.of(
                        Stream.of(SearchParameters.ID, SearchParameters.COUNT, SearchParameters.CURSOR),
                        PatientToken.PARAMETERS.stream(),
                        ofItsOwn())
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> ofItsOwn() {
        return switch (this) {
            case QuestionnaireResponse -> Stream.of("status");
            case RiskAssessment -> Stream.empty();
            case ServiceRequest -> Stream.of("status", "requisition");
            case Task -> Stream.of("status", "based-on");
        };
    }
}
