package io.dorsal.intake.fhir.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.fhir.Issue;
import io.dorsal.intake.fhir.ResponseWriter;
import io.dorsal.intake.fhir.http.ResponseChecks.Checked;
import io.dorsal.intake.submission.Acceptance;
import io.dorsal.intake.submission.AcceptingAssessment;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.intake.submission.Submission;
import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.rules.assessment.Assessment;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
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
    private static final String IDENTIFIER = "QuestionnaireResponse.identifier";

    private final FhirBody bodies;
    private final ResponseChecks checks;
    private final AcceptingAssessment accepting;
    private final FhirAnswers answers;
    private final Callers callers;
    private final IntakeMetrics metrics;

    ResponseController(
            FhirBody bodies,
            ResponseChecks checks,
            AcceptingAssessment accepting,
            FhirAnswers answers,
            Callers callers,
            IntakeMetrics metrics) {
        this.bodies = bodies;
        this.checks = checks;
        this.accepting = accepting;
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
        SubmittedResponse submitted = read(request);
        Submission submission = new Submission(clinic, submitted.key(), Channel.FHIR, submitted.assessment());
        return switch (accepting.accept(submission)) {
            case Acceptance.Accepted(Receipt receipt) -> {
                metrics.accepted();
                yield created(request, receipt, submitted.assessment(), format);
            }
            case Acceptance.KeyReused() ->
                throw refused(
                        Refusal.KEY_REUSED,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Issue(
                                "duplicate",
                                "The identifier was used before, with other answers. Take a new one for a new assessment.",
                                IDENTIFIER));
            case Acceptance.PatientErased() ->
                throw refused(
                        Refusal.PATIENT_ERASED,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Issue(
                                "deleted",
                                "The identifier belongs to an assessment whose patient was erased. Take a new one.",
                                IDENTIFIER));
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
        String outcome = switch (checks.check(Operations.resource(bodies.read(request)))) {
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

    private SubmittedResponse read(HttpServletRequest request) throws IOException {
        try {
            return switch (checks.check(bodies.read(request))) {
                case Checked.Invalid(var issues) -> throw Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, issues);
                case Checked.Valid(var submitted) -> submitted;
            };
        } catch (ProblemException invalid) {
            metrics.refused(Refusal.INVALID);
            throw invalid;
        }
    }

    private ResponseEntity<String> created(
            HttpServletRequest request, Receipt receipt, Assessment assessment, FhirFormat format) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.created(
                        URI.create(Addresses.of(request).of("QuestionnaireResponse", receipt.assessmentId())))
                .header(HttpHeaders.ETAG, FhirAnswers.etag(String.valueOf(receipt.revision())));
        return switch (Preference.of(request)) {
            case MINIMAL -> answer.build();
            case OPERATION_OUTCOME ->
                answers.with(
                        answer,
                        Outcomes.information(
                                "Accepted. What is decided will be RiskAssessment/" + receipt.assessmentId() + ".",
                                format),
                        format);
            case REPRESENTATION ->
                answers.with(
                        answer,
                        ResponseWriter.write(
                                receipt.assessmentId(),
                                receipt.revision(),
                                receipt.receivedAt(),
                                assessment.patientReference(),
                                assessment.assessedAt(),
                                assessment.answers()),
                        format);
        };
    }

    private ProblemException refused(Refusal reason, HttpStatus status, Issue issue) {
        metrics.refused(reason);
        return Problems.of(status, issue);
    }
}
