package io.dorsal.fhir;

import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What states of referrals, by their names, are in FHIR. */
public final class ReferralStatus {

    private ReferralStatus() {}

    /** That of the task; a state that is not known is one that nobody is known to have taken on. */
    public static TaskStatus ofTask(String state) {
        return switch (state) {
            case "ACCEPTED" -> TaskStatus.ACCEPTED;
            case "SCHEDULED" -> TaskStatus.INPROGRESS;
            case "NO_SHOW" -> TaskStatus.ONHOLD;
            case "COMPLETED" -> TaskStatus.COMPLETED;
            case "RETURNED" -> TaskStatus.REJECTED;
            case "REDIRECTED", "WITHDRAWN", "CANCELLED" -> TaskStatus.CANCELLED;
            default -> TaskStatus.REQUESTED;
        };
    }

    /** That of the request. */
    public static ServiceRequestStatus ofRequest(String state) {
        return switch (state) {
            case "ROUTED", "ACCEPTED", "SCHEDULED", "NO_SHOW" -> ServiceRequestStatus.ACTIVE;
            case "COMPLETED" -> ServiceRequestStatus.COMPLETED;
            case "RETURNED", "REDIRECTED", "WITHDRAWN", "CANCELLED" -> ServiceRequestStatus.REVOKED;
            default -> ServiceRequestStatus.UNKNOWN;
        };
    }
}
