package io.dorsal.intake.cdshooks.http;

import java.util.List;

/** The services that there are. */
record Discovery(List<Service> services) {

    static final String SERVICE = "back-pain-triage";
    static final String HOOK = "patient-view";

    static final Discovery ONLY = new Discovery(List.of(new Service(
            HOOK,
            "Back-pain triage",
            "Shows how urgent the patient's assessments of back pain are, why, and what became of the referrals.",
            SERVICE,
            "context.patientId is the reference under which the clinic submits the patient's assessments.")));

    /** A service. */
    record Service(String hook, String title, String description, String id, String usageRequirements) {}
}
