package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.SearchBundle;
import io.dorsal.fhir.http.Addresses;
import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.Ids;
import io.dorsal.fhir.http.SearchParameters;
import io.dorsal.intake.fhir.http.OutcomeSearch.Found;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading and searching what was submitted and what became of it: a clinic's own. */
@Hidden
@RestController
@RequestMapping("/fhir/{type:QuestionnaireResponse|RiskAssessment|ServiceRequest|Task}")
class OutcomeController {

    private final OutcomeSearch search;
    private final FhirAnswers answers;

    OutcomeController(OutcomeSearch search, FhirAnswers answers) {
        this.search = search;
        this.answers = answers;
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(
            Caller caller, @PathVariable String type, @PathVariable String id, HttpServletRequest request) {
        return answers.ok(
                request,
                Ids.uuid(id)
                        .flatMap(known -> search.one(OutcomeType.valueOf(type), Callers.clinicId(caller), known))
                        .orElseThrow(ProblemException::notFound));
    }

    @GetMapping
    ResponseEntity<String> search(Caller caller, @PathVariable String type, HttpServletRequest request) {
        OutcomeType searched = OutcomeType.valueOf(type);
        return search(caller, searched, SearchParameters.ofQuery(request, searched.parameters()), request, "/" + type);
    }

    /** By POST, since a patient reference has no place in an address; the next page is asked for with the same body. */
    @PostMapping("/_search")
    ResponseEntity<String> searchByBody(Caller caller, @PathVariable String type, HttpServletRequest request)
            throws IOException {
        OutcomeType searched = OutcomeType.valueOf(type);
        return search(
                caller,
                searched,
                SearchParameters.ofBody(request, searched.parameters()),
                request,
                "/" + type + "/_search");
    }

    private ResponseEntity<String> search(
            Caller caller, OutcomeType type, SearchParameters parameters, HttpServletRequest request, String path) {
        Found found = search.search(type, Callers.clinicId(caller), parameters);
        String base = Addresses.of(request).base();
        return answers.ok(
                request,
                SearchBundle.of(
                        base,
                        parameters.self(base + path),
                        found.next() == null ? null : parameters.next(base + path, found.next()),
                        found.resources()));
    }
}
