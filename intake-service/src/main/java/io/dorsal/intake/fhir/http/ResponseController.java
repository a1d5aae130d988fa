package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.FhirBody;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.fhir.http.Outcomes;
import io.dorsal.fhir.http.Problems;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.fhir.http.ResponseChecks.Checked;
import io.dorsal.intake.submission.Acceptance;
import io.dorsal.intake.submission.AcceptingAssessment;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.intake.submission.Submission;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submitting by FHIR. */
@Hidden
@RestController
@RequestMapping("/fhir/QuestionnaireResponse")
class ResponseController {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final ResponseRequests requests;
    private final FhirBody bodies;
    private final ResponseChecks checks;
    private final AcceptingAssessment accepting;
    private final ReceiptAnswers receipts;
    private final FhirAnswers answers;
    private final Callers callers;
    private final IntakeMetrics metrics;

    ResponseController(
            ResponseRequests requests,
            FhirBody bodies,
            ResponseChecks checks,
            AcceptingAssessment accepting,
            ReceiptAnswers receipts,
            FhirAnswers answers,
            Callers callers,
            IntakeMetrics metrics) {
        this.requests = requests;
        this.bodies = bodies;
        this.checks = checks;
        this.accepting = accepting;
        this.receipts = receipts;
        this.answers = answers;
        this.callers = callers;
        this.metrics = metrics;
    }

    /** Created means: the broker has it, and it will be decided. What was decided is read later. */
    @PostMapping
    ResponseEntity<String> create(Caller caller, HttpServletRequest request) throws IOException {
        FhirFormat format = FhirFormat.asked(request);
        Clinic clinic = callers.clinic(caller);
        refuseConditions(request);
        Submission submission = requests.submission(clinic, request);
        Receipt receipt = receipt(accepting.accept(submission));
        metrics.accepted();
        return receipts.with(
                ResponseEntity.status(HttpStatus.CREATED), receipt, submission.assessment(), request, format);
    }

    private Receipt receipt(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted(Receipt receipt) -> receipt;
            case Acceptance.KeyReused() ->
                throw refused(
                        Refusal.KEY_REUSED,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Issue(
                                "duplicate",
                                "The identifier was used before, with other answers. Take a new one for a new assessment.",
                                ResponseChecks.IDENTIFIER));
            case Acceptance.PatientErased() ->
                throw refused(
                        Refusal.PATIENT_ERASED,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Issue(
                                "deleted",
                                "The identifier belongs to an assessment whose patient was erased. Take a new one.",
                                ResponseChecks.IDENTIFIER));
            case Acceptance.Unacknowledged(var assessmentId, var key) ->
                throw refused(
                                Refusal.UNACKNOWLEDGED,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                new Issue(
                                        "transient",
                                        "The assessment may or may not have been accepted as QuestionnaireResponse/"
                                                + assessmentId + ". Submit the same again under the identifier "
                                                + key.value() + ": it will not be doubled.",
                                        null))
                        .retryAfterSeconds(RETRY_AFTER_SECONDS);
        };
    }

    /** The same checks, and nothing is sent or stored. */
    @PostMapping("/$validate")
    ResponseEntity<String> validate(HttpServletRequest request) throws IOException {
        FhirFormat format = FhirFormat.asked(request);
        String outcome = switch (checks.check(Operations.validated(request, bodies.read(request)))) {
            case Checked.Invalid(var issues) -> Outcomes.error(issues, format);
            case Checked.Valid _ -> Outcomes.information("It may be submitted.", format);
        };
        return answers.with(ResponseEntity.ok(), outcome, format);
    }

    private static void refuseConditions(HttpServletRequest request) {
        if (request.getHeader("If-None-Exist") != null) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    new Issue(
                            "not-supported",
                            "If-None-Exist is not understood. The identifier keeps a repeat from being doubled.",
                            null));
        }
    }

    private ProblemException refused(Refusal reason, HttpStatus status, Issue issue) {
        metrics.refused(reason);
        return Problems.of(status, issue);
    }
}
