package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.SearchBundle;
import io.dorsal.fhir.http.Addresses;
import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.SearchParameters;
import io.dorsal.intake.fhir.Canonical;
import io.dorsal.intake.fhir.Capabilities;
import io.dorsal.intake.fhir.IntakeQuestionnaire;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to be asked, and what this server can do. */
@Hidden
@RestController
@RequestMapping("/fhir")
class QuestionnaireController {

    private static final Set<String> PARAMETERS = Set.of("_id", "url", "version");

    private final Vocabulary vocabulary;
    private final FhirAnswers answers;

    QuestionnaireController(Vocabulary vocabulary, FhirAnswers answers) {
        this.vocabulary = vocabulary;
        this.answers = answers;
    }

    @GetMapping("/metadata")
    ResponseEntity<String> metadata(HttpServletRequest request) {
        return answers.ok(request, Capabilities.at(Addresses.of(request).base()));
    }

    @GetMapping("/Questionnaire/{id}")
    ResponseEntity<String> one(@PathVariable String id, HttpServletRequest request) {
        if (!id.equals(Canonical.QUESTIONNAIRE_ID)) {
            throw ProblemException.notFound();
        }
        return answers.ok(request, IntakeQuestionnaire.of(vocabulary));
    }

    @GetMapping("/Questionnaire")
    ResponseEntity<String> search(HttpServletRequest request) {
        return search(request, SearchParameters.ofQuery(request, PARAMETERS));
    }

    @PostMapping("/Questionnaire/_search")
    ResponseEntity<String> searchByBody(HttpServletRequest request) throws IOException {
        return search(request, SearchParameters.ofBody(request, PARAMETERS));
    }

    private ResponseEntity<String> search(HttpServletRequest request, SearchParameters parameters) {
        boolean matches = parameters.allows("_id", Canonical.QUESTIONNAIRE_ID)
                && (parameters.allows("url", Canonical.QUESTIONNAIRE)
                        || parameters.allows("url", Canonical.VERSIONED_QUESTIONNAIRE))
                && parameters.allows("version", Canonical.QUESTIONNAIRE_VERSION);
        Addresses addresses = Addresses.of(request);
        Bundle bundle = SearchBundle.of(
                addresses.base(),
                parameters.self(addresses.base() + "/Questionnaire"),
                null,
                matches ? List.of(IntakeQuestionnaire.of(vocabulary)) : List.of());
        return answers.ok(request, bundle);
    }
}
