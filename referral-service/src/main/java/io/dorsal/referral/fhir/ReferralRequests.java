package io.dorsal.referral.fhir;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.Rationale;
import io.dorsal.fhir.References;
import io.dorsal.fhir.ReferralStatus;
import io.dorsal.fhir.Subjects;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.ToldDecision;
import io.dorsal.fhir.ToldDecision.ToldFinding;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralState;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.jspecify.annotations.Nullable;

/** What a referral asks for and why, as a service request. */
public final class ReferralRequests {

    private ReferralRequests() {}

    /** The service request of a referral. */
    public static ServiceRequest of(ReferralRecord read, String clinicName, ToldDecision decision) {
        Referral referral = read.referral();
        UUID id = referral.id().value();
        UUID assessment = referral.assessmentId().value();
        ServiceRequest request = new ServiceRequest()
                .addIdentifier(References.identifier(id))
                .setRequisition(References.identifier(assessment))
                .setStatus(ReferralStatus.ofRequest(referral.state().code()))
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(Codes.priority(referral.urgency()))
                .setCode(Codes.coded(Systems.QUEUE, referral.queue().name()))
                .setSubject(Subjects.of(read.patientReference()))
                .setAuthoredOn(Date.from(referral.routedAt()))
                .setRequester(Parties.clinic(referral.origin().clinicId(), clinicName))
                .addPerformer(Parties.queue(referral.queue()))
                .addSupportingInfo(References.logical("QuestionnaireResponse", References.identifier(assessment)));
        request.setId(id.toString());
        request.getMeta().setVersionId(String.valueOf(referral.version())).setLastUpdated(Date.from(read.changedAt()));
        decision.findings().stream()
                .filter(finding -> referral.request().rules().contains(finding.rule()))
                .forEach(finding -> addReason(request, finding));
        addState(request, referral.state());
        return request;
    }

    /** A rule that asks for the queue: as a code for machines, and with what it rests on for people. */
    private static void addReason(ServiceRequest request, ToldFinding finding) {
        request.addReasonCode(Codes.coded(Systems.RULE, finding.rule(), finding.title()));
        request.addNote().setText(finding.title() + ". " + Rationale.of(finding));
    }

    private static void addState(ServiceRequest request, ReferralState state) {
        switch (state) {
            case ReferralState.Scheduled(Instant at, String site) -> addAppointment(request, at, site);
            case ReferralState.NoShow(Instant at, String site) -> addAppointment(request, at, site);
            case ReferralState.Returned returned -> request.addNote().setText(returned.advice());
            case ReferralState.Routed _,
                    ReferralState.Accepted _,
                    ReferralState.Completed _,
                    ReferralState.Redirected _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> {}
        }
    }

    private static void addAppointment(ServiceRequest request, Instant at, @Nullable String site) {
        request.setOccurrence(ReferralTasks.time(at));
        if (site != null) {
            request.addLocationCode().setText(site);
        }
    }
}
