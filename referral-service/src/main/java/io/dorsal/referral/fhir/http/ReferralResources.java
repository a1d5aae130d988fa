package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.http.DecisionReader;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.referral.fhir.ReferralRecord;
import io.dorsal.referral.fhir.ReferralRequests;
import io.dorsal.referral.fhir.ReferralTasks;
import org.hl7.fhir.r4.model.Resource;

/** Referrals as the resources that they are. */
final class ReferralResources {

    private final ClinicDirectory clinics;
    private final DecisionReader decisions;

    ReferralResources(ClinicDirectory clinics, DecisionReader decisions) {
        this.clinics = clinics;
        this.decisions = decisions;
    }

    Resource of(ReferralKind kind, ReferralRecord read) {
        String clinicId = read.referral().origin().clinicId();
        String clinic = clinics.find(clinicId).map(Clinic::name).orElse(clinicId);
        return switch (kind) {
            case Task -> ReferralTasks.of(read, clinic);
            case ServiceRequest -> ReferralRequests.of(read, clinic, decisions.read(read.decision()));
        };
    }
}
