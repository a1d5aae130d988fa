package io.dorsal.intake.fhir;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.References;
import io.dorsal.fhir.ReferralStatus;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.ToldDecision;
import io.dorsal.intake.view.Fact.ReferralChanged;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;

/** A referral as a service request. */
final class ServiceRequests {

    private ServiceRequests() {}

    static ServiceRequest of(Outcome outcome, ReferralChanged referral, Optional<ToldDecision> decision) {
        ServiceRequest request = new ServiceRequest();
        request.setId(referral.referralId().toString());
        request.getMeta().setVersionId(String.valueOf(referral.version()));
        request.addIdentifier(References.identifier(referral.referralId()))
                .setRequisition(References.identifier(outcome.assessmentId()))
                .setStatus(ReferralStatus.ofRequest(referral.state()))
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(Codes.priority(referral.urgency()))
                .setCode(Codes.coded(Systems.QUEUE, referral.queue()))
                .setSubject(outcome.subject())
                .addSupportingInfo(outcome.response());
        decision.ifPresent(told -> {
            request.addSupportingInfo(outcome.decision());
            told.findings().stream()
                    .filter(finding -> finding.queues().contains(referral.queue()))
                    .forEach(finding ->
                            request.addReasonCode(Codes.coded(Systems.RULE, finding.rule(), finding.title())));
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
}
