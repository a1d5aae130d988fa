package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.SearchBundle;
import io.dorsal.fhir.http.Addresses;
import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.Ids;
import io.dorsal.fhir.http.Keyset;
import io.dorsal.fhir.http.SearchParameters;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.fhir.RecordQuery;
import io.dorsal.referral.fhir.RecordQuery.Position;
import io.dorsal.referral.fhir.ReferralCapabilities;
import io.dorsal.referral.fhir.ReferralRecord;
import io.dorsal.referral.fhir.ReferralRecords;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.worklist.http.Callers;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading and searching referrals by FHIR: within what the caller may see. */
@Hidden
@RestController
@RequestMapping("/fhir")
class ReferralFhirController {

    private final ReferralRecords records;
    private final ReferralResources resources;
    private final FhirAnswers answers;

    ReferralFhirController(ReferralRecords records, ReferralResources resources, FhirAnswers answers) {
        this.records = records;
        this.resources = resources;
        this.answers = answers;
    }

    @GetMapping("/metadata")
    ResponseEntity<String> metadata(HttpServletRequest request) {
        return answers.ok(request, ReferralCapabilities.at(Addresses.of(request).base()));
    }

    @GetMapping("/{type:ServiceRequest|Task}/{id}")
    void one(
            Caller caller,
            @PathVariable String type,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ReferralRecord read = Ids.uuid(id)
                .flatMap(known -> records.find(new ReferralId(known), Callers.ofReferrals(caller)))
                .orElseThrow(ProblemException::notFound);
        answers.write(request, response, resources.of(ReferralKind.valueOf(type), read));
    }

    @GetMapping("/{type:ServiceRequest|Task}")
    ResponseEntity<String> search(Caller caller, @PathVariable String type, HttpServletRequest request) {
        ReferralKind kind = ReferralKind.valueOf(type);
        return search(caller, kind, SearchParameters.ofQuery(request, kind.parameters()), request);
    }

    /** There is no parameter that tells of a patient, so that the next page may be asked for by an address. */
    @PostMapping("/{type:ServiceRequest|Task}/_search")
    ResponseEntity<String> searchByBody(Caller caller, @PathVariable String type, HttpServletRequest request)
            throws IOException {
        ReferralKind kind = ReferralKind.valueOf(type);
        SearchParameters parameters = SearchParameters.ofBody(request, kind.parameters());
        return search(caller, kind, parameters.shownWhole(), request);
    }

    /** One more than the page tells that there is a next one. */
    private ResponseEntity<String> search(
            Caller caller, ReferralKind kind, SearchParameters parameters, HttpServletRequest request) {
        int count = parameters.count();
        RecordQuery query = RecordQueries.read(kind, parameters, count + 1);
        List<ReferralRecord> found = records.page(query, Callers.ofReferrals(caller));
        List<ReferralRecord> shown = found.subList(0, Math.min(count, found.size()));
        String base = Addresses.of(request).base();
        String address = base + "/" + kind;
        return answers.ok(
                request,
                SearchBundle.of(
                        base,
                        parameters.self(address),
                        found.size() > count ? parameters.next(address, cursor(shown.getLast())) : null,
                        shown.stream().map(one -> resources.of(kind, one)).toList()));
    }

    private static String cursor(ReferralRecord last) {
        Position position = Position.of(last);
        return new Keyset(position.changedAt(), position.referralId()).cursor();
    }
}
