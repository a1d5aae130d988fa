package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirBody;
import io.dorsal.fhir.http.FhirModel.Parsed;
import io.dorsal.fhir.http.MatchedVersion;
import io.dorsal.fhir.http.Problems;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.fhir.http.ResponseChecks.Checked;
import io.dorsal.intake.submission.AmendmentRequest;
import io.dorsal.intake.submission.Submission;
import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpStatus;

/** Reads what requests submit or amend, and counts those that are refused for what they are. */
final class ResponseRequests {

    private final FhirBody bodies;
    private final ResponseChecks checks;
    private final IntakeMetrics metrics;

    ResponseRequests(FhirBody bodies, ResponseChecks checks, IntakeMetrics metrics) {
        this.bodies = bodies;
        this.checks = checks;
        this.metrics = metrics;
    }

    /** What a request submits. */
    Submission submission(Clinic clinic, HttpServletRequest request) throws IOException {
        try {
            SubmittedResponse submitted = valid(bodies.read(request));
            return new Submission(clinic, submitted.key(), Channel.FHIR, submitted.assessment());
        } catch (ProblemException invalid) {
            metrics.refused(Refusal.INVALID);
            throw invalid;
        }
    }

    /** What a request puts in the place of a version of an assessment. */
    AmendmentRequest amendment(Clinic clinic, UUID assessmentId, HttpServletRequest request) throws IOException {
        try {
            // No revision is as great as the greatest number.
            int revision = (int) Math.min(MatchedVersion.of(request, ResponseChecks.ROOT), Integer.MAX_VALUE);
            Parsed.Read<Resource> body = bodies.read(request);
            requireId(assessmentId, body.resource());
            SubmittedResponse submitted = valid(body);
            requireKey(submitted, clinic, assessmentId, body.resource());
            return new AmendmentRequest(clinic, assessmentId, revision, Channel.FHIR, submitted.assessment());
        } catch (ProblemException invalid) {
            metrics.refused(Refusal.INVALID);
            throw invalid;
        }
    }

    private SubmittedResponse valid(Parsed.Read<Resource> body) {
        return switch (checks.check(body)) {
            case Checked.Invalid(var issues) -> throw Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, issues);
            case Checked.Valid(var submitted) -> submitted;
        };
    }

    private static void requireId(UUID assessmentId, Resource resource) {
        String id = resource.getIdElement().getIdPart();
        if (resource instanceof QuestionnaireResponse
                && !assessmentId.toString().equalsIgnoreCase(id)) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST, Issue.value("id must be that of the address.", "QuestionnaireResponse.id"));
        }
    }

    /** Else what is meant for one assessment, by its identifier, could amend another by its address. */
    private static void requireKey(SubmittedResponse submitted, Clinic clinic, UUID assessmentId, Resource resource) {
        boolean isGiven = resource instanceof QuestionnaireResponse response && response.hasIdentifier();
        if (isGiven && !submitted.key().assessmentId(clinic.id()).equals(assessmentId)) {
            throw Problems.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Issue.value(
                            "identifier must be the one that the assessment was submitted under, or be left out.",
                            ResponseChecks.IDENTIFIER));
        }
    }
}
