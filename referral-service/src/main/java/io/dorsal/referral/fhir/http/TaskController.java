package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.fhir.http.Ids;
import io.dorsal.fhir.http.MatchedVersion;
import io.dorsal.fhir.http.Outcomes;
import io.dorsal.fhir.http.Preference;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.fhir.ReferralRecord;
import io.dorsal.referral.fhir.ReferralRecords;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.http.ActionCalls;
import io.dorsal.referral.worklist.http.Callers;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acting by FHIR: an update of the task of a version, under the rules of the actions. */
@Hidden
@RestController
class TaskController {

    private final TaskUpdates updates;
    private final ActionCalls calls;
    private final ReferralRecords records;
    private final ReferralResources resources;
    private final FhirAnswers answers;

    TaskController(
            TaskUpdates updates,
            ActionCalls calls,
            ReferralRecords records,
            ReferralResources resources,
            FhirAnswers answers) {
        this.updates = updates;
        this.calls = calls;
        this.records = records;
        this.resources = resources;
        this.answers = answers;
    }

    /** The same sent once more is answered as before. */
    @PutMapping("/fhir/Task/{id}")
    ResponseEntity<String> update(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        FhirFormat format = FhirFormat.asked(request);
        ReferralId referral = Ids.uuid(id).map(ReferralId::new).orElseThrow(ProblemException::notFound);
        Visibility visibility = Callers.ofReferrals(caller);
        long version = MatchedVersion.of(request, TaskUpdates.TYPE);
        Deed deed = updates.deed(referral, caller, request);
        TaskRefusals.requireDone(calls.act(referral, visibility, version, deed));
        ReferralRecord read = records.find(referral, visibility).orElseThrow(ProblemException::notFound);
        return answered(read, request, format);
    }

    private ResponseEntity<String> answered(ReferralRecord read, HttpServletRequest request, FhirFormat format) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(
                        HttpHeaders.ETAG,
                        FhirAnswers.etag(String.valueOf(read.referral().version())))
                .lastModified(read.changedAt());
        return switch (Preference.of(request)) {
            case MINIMAL -> answer.build();
            case OPERATION_OUTCOME -> answers.with(answer, Outcomes.information("It is done.", format), format);
            case REPRESENTATION -> answers.with(answer, resources.of(ReferralKind.Task, read), format);
        };
    }
}
