package io.dorsal.intake.fhir;

import io.dorsal.intake.view.Fact.ReferralChanged;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** A referral as a service request. */
final class ServiceRequests {

    private ServiceRequests() {}

    static ServiceRequest of(Outcome outcome, ReferralChanged referral, Optional<ToldDecision> decision) {
        ServiceRequest request = new ServiceRequest();
        request.setId(referral.referralId().toString());
        request.getMeta().setVersionId(String.valueOf(referral.version()));
        request.addIdentifier(Outcome.identifier(referral.referralId()))
                .setRequisition(Outcome.identifier(outcome.assessmentId()))
                .setStatus(status(referral.state()))
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(Codes.priority(referral.urgency()))
                .setCode(Codes.coded(Canonical.QUEUE, referral.queue()))
                .setSubject(outcome.subject())
                .addSupportingInfo(outcome.response());
        decision.ifPresent(told -> {
            request.addSupportingInfo(outcome.decision());
            told.findings().stream()
                    .filter(finding -> finding.queues().contains(referral.queue()))
                    .forEach(finding ->
                            request.addReasonCode(Codes.coded(Canonical.RULE, finding.rule(), finding.title())));
        });
        if (referral.appointmentAt() != null) {
            request.setOccurrence(new DateTimeType(referral.appointmentAt().toString()));
        }
        if (referral.site() != null) {
            request.addLocationCode().setText(referral.site());
        }
        if (referral.advice() != null) {
            request.addNote().setText(referral.advice());
        }
        return request;
    }

    private static ServiceRequestStatus status(String state) {
        return switch (state) {
            case "ROUTED", "ACCEPTED", "SCHEDULED", "NO_SHOW" -> ServiceRequestStatus.ACTIVE;
            case "COMPLETED" -> ServiceRequestStatus.COMPLETED;
            case "RETURNED", "REDIRECTED", "WITHDRAWN", "CANCELLED" -> ServiceRequestStatus.REVOKED;
            default -> ServiceRequestStatus.UNKNOWN;
        };
    }
}
