package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.http.Addresses;
import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.fhir.http.Outcomes;
import io.dorsal.fhir.http.Preference;
import io.dorsal.intake.fhir.ResponseWriter;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.rules.assessment.Assessment;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers changes that were accepted, as the caller prefers it. */
final class ReceiptAnswers {

    private final FhirAnswers answers;

    ReceiptAnswers(FhirAnswers answers) {
        this.answers = answers;
    }

    /** Completes an answer by what was accepted, and the version that it is. */
    ResponseEntity<String> with(
            ResponseEntity.BodyBuilder answer,
            Receipt receipt,
            Assessment assessment,
            HttpServletRequest request,
            FhirFormat format) {
        answer.header(HttpHeaders.LOCATION, Addresses.of(request).of("QuestionnaireResponse", receipt.assessmentId()))
                .header(HttpHeaders.ETAG, FhirAnswers.etag(String.valueOf(receipt.revision())))
                .lastModified(receipt.receivedAt());
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
}
