package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.fhir.http.Ids;
import io.dorsal.fhir.http.MatchedVersion;
import io.dorsal.fhir.http.Problems;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.submission.AmendingAssessment;
import io.dorsal.intake.submission.Amendment;
import io.dorsal.intake.submission.AmendmentRequest;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amending by FHIR: an update of the response of a version. */
@Hidden
@RestController
class AmendingController {

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int SOON_SECONDS = 1;

    private final ResponseRequests requests;
    private final AmendingAssessment amending;
    private final ReceiptAnswers receipts;
    private final Callers callers;
    private final IntakeMetrics metrics;

    AmendingController(
            ResponseRequests requests,
            AmendingAssessment amending,
            ReceiptAnswers receipts,
            Callers callers,
            IntakeMetrics metrics) {
        this.requests = requests;
        this.amending = amending;
        this.receipts = receipts;
        this.callers = callers;
        this.metrics = metrics;
    }

    /** The same response for the same version is answered the same, however often it comes. */
    @PutMapping("/fhir/QuestionnaireResponse/{id}")
    ResponseEntity<String> update(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        FhirFormat format = FhirFormat.asked(request);
        Clinic clinic = callers.clinic(caller);
        UUID assessmentId = Ids.uuid(id).orElseThrow(ProblemException::notFound);
        AmendmentRequest amendment = requests.amendment(clinic, assessmentId, request);
        Receipt receipt = receipt(amending.amend(amendment));
        metrics.amended();
        return receipts.with(ResponseEntity.ok(), receipt, amendment.assessment(), request, format);
    }

    private Receipt receipt(Amendment amendment) {
        return switch (amendment) {
            case Amendment.Accepted(Receipt receipt) -> receipt;
            case Amendment.Unknown() -> throw ProblemException.notFound();
            case Amendment.Stale() ->
                throw refused(
                        Refusal.STALE,
                        HttpStatus.PRECONDITION_FAILED,
                        new Issue(
                                "conflict",
                                "The assessment was amended since that version. Read it again, and amend what it is now.",
                                MatchedVersion.expression(ResponseChecks.ROOT)));
            case Amendment.PatientErased() ->
                throw refused(
                        Refusal.PATIENT_ERASED,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Issue(
                                "deleted",
                                "The patient of the assessment was erased. Submit a new assessment.",
                                "QuestionnaireResponse.id"));
            case Amendment.NotYetKnown() ->
                throw Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                new Issue(
                                        "transient",
                                        "The assessment was accepted a moment ago, and cannot be amended yet. Try again.",
                                        null))
                        .retryAfterSeconds(SOON_SECONDS);
            case Amendment.Unacknowledged(UUID _) ->
                throw refused(
                                Refusal.UNACKNOWLEDGED,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                new Issue(
                                        "transient",
                                        "The amendment is kept, and not acknowledged yet. Send the same again with the"
                                                + " same If-Match: it will not be doubled.",
                                        null))
                        .retryAfterSeconds(RETRY_AFTER_SECONDS);
        };
    }

    private ProblemException refused(Refusal reason, HttpStatus status, Issue issue) {
        metrics.refused(reason);
        return Problems.of(status, issue);
    }
}
