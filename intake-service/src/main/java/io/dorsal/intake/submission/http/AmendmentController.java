package io.dorsal.intake.submission.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.submission.AmendingAssessment;
import io.dorsal.intake.submission.Amendment;
import io.dorsal.intake.submission.AmendmentRequest;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/assessments/{id}}. */
@RestController
class AmendmentController {

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int SOON_SECONDS = 1;

    private final SubmissionReader reader;
    private final AmendingAssessment amending;
    private final ClinicDirectory clinics;
    private final IntakeMetrics metrics;

    AmendmentController(
            SubmissionReader reader, AmendingAssessment amending, ClinicDirectory clinics, IntakeMetrics metrics) {
        this.reader = reader;
        this.amending = amending;
        this.clinics = clinics;
        this.metrics = metrics;
    }

    @PutMapping(
            path = "/api/assessments/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Amends an assessment",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            required = true,
                            description = "the ETag of the revision that is amended, as it was read"))
    @ApiResponse(
            responseCode = "202",
            description = "Accepted as the next revision; the same body for the same revision is answered the same",
            headers = @Header(name = "Location"),
            useReturnTypeSchema = true)
    ResponseEntity<ReceiptBody> amend(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody(required = false) byte @Nullable [] body) {
        Clinic clinic = clinicOf(caller);
        UUID assessmentId = assessmentId(id).orElseThrow(ProblemException::notFound);
        int revision = revisionIn(request);
        return answer(amending.amend(
                new AmendmentRequest(clinic, assessmentId, revision, channelOf(caller), reader.assessment(body))));
    }

    private ResponseEntity<ReceiptBody> answer(Amendment amendment) {
        return switch (amendment) {
            case Amendment.Accepted(Receipt receipt) -> {
                metrics.amended();
                yield ResponseEntity.accepted()
                        .location(URI.create("/api/assessments/" + receipt.assessmentId()))
                        .body(ReceiptBody.of(receipt));
            }
            case Amendment.Unknown() -> throw ProblemException.notFound();
            case Amendment.Stale() -> {
                metrics.refused(Refusal.STALE);
                throw new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "The assessment was amended since that revision. Read it again, and amend what it is now.");
            }
            case Amendment.PatientErased() -> {
                metrics.refused(Refusal.PATIENT_ERASED);
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The patient of the assessment was erased. Submit a new assessment.");
            }
            case Amendment.NotYetKnown() ->
                throw new ProblemException(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "It cannot be told yet whether there is such an assessment, or what it is. Try again.")
                        .retryAfterSeconds(SOON_SECONDS);
            case Amendment.Unacknowledged(UUID assessmentId) -> {
                metrics.refused(Refusal.UNACKNOWLEDGED);
                throw new ProblemException(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The amendment is kept, and not acknowledged yet. Send the same again with the same"
                                        + " If-Match: it will not be doubled.")
                        .with("assessmentId", assessmentId)
                        .retryAfterSeconds(RETRY_AFTER_SECONDS);
            }
        };
    }

    private int revisionIn(HttpServletRequest request) {
        try {
            return AmendedRevision.of(Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)));
        } catch (ProblemException e) {
            throw reader.refused(e);
        }
    }

    private static Channel channelOf(Caller caller) {
        return caller.onPage() ? Channel.WEB_FORM : Channel.REST;
    }

    private Clinic clinicOf(Caller caller) {
        return caller.clinicId()
                .flatMap(clinics::find)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.FORBIDDEN, "The token names no clinic of this platform."));
    }

    /** Java reads abbreviated ids as well; those are nobody's. */
    private static Optional<UUID> assessmentId(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
