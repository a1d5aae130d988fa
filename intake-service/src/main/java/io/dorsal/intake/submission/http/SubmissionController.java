package io.dorsal.intake.submission.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.submission.Acceptance;
import io.dorsal.intake.submission.AcceptingAssessment;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.intake.submission.Submission;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/assessments}. */
@RestController
class SubmissionController {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final SubmissionReader reader;
    private final AcceptingAssessment accepting;
    private final ClinicDirectory clinics;
    private final IntakeMetrics metrics;

    SubmissionController(
            SubmissionReader reader, AcceptingAssessment accepting, ClinicDirectory clinics, IntakeMetrics metrics) {
        this.reader = reader;
        this.accepting = accepting;
        this.clinics = clinics;
        this.metrics = metrics;
    }

    @PostMapping(
            path = "/api/assessments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Submits an assessment",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = SubmissionReader.KEY_HEADER,
                            description =
                                    "1 to 128 visible ASCII characters; a repeat under it is the same assessment"))
    @ApiResponse(
            responseCode = "202",
            description = "Accepted, as the broker has acknowledged; a repeat is answered the same",
            headers = @Header(name = "Location"),
            useReturnTypeSchema = true)
    ResponseEntity<ReceiptBody> submit(
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            @RequestBody(required = false) byte @Nullable [] body) {
        Submission submission = reader.read(clinicOf(caller), channelOf(caller), keysIn(request), body);
        return switch (accepting.accept(submission)) {
            case Acceptance.Accepted(Receipt receipt) -> {
                metrics.accepted();
                yield ResponseEntity.accepted()
                        .location(URI.create("/api/assessments/" + receipt.assessmentId()))
                        .body(ReceiptBody.of(receipt));
            }
            case Acceptance.KeyReused() -> {
                metrics.refused(Refusal.KEY_REUSED);
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The Idempotency-Key was used before, with another body. Take a new key for a new assessment.");
            }
            case Acceptance.PatientErased() -> {
                metrics.refused(Refusal.PATIENT_ERASED);
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The Idempotency-Key belongs to an assessment whose patient was erased. Take a new key.");
            }
            case Acceptance.Unacknowledged(var assessmentId, var key) -> {
                metrics.refused(Refusal.UNACKNOWLEDGED);
                throw new ProblemException(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The assessment may or may not have been accepted. Submit the same again under this"
                                        + " idempotencyKey: it will not be doubled.")
                        .with("assessmentId", assessmentId)
                        .with("idempotencyKey", key.value())
                        .retryAfterSeconds(RETRY_AFTER_SECONDS);
            }
        };
    }

    /** Header by header: Spring would split a key at its commas, and take an empty one for none. */
    private static List<String> keysIn(HttpServletRequest request) {
        return Collections.list(request.getHeaders(SubmissionReader.KEY_HEADER));
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
}
