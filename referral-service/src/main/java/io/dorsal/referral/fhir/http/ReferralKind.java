package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.ReferralStatus;
import io.dorsal.fhir.http.SearchParameters;
import io.dorsal.referral.lifecycle.StateName;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The types of resources that a referral has, by their names in FHIR. */
enum ReferralKind {
    ServiceRequest("performer", "requisition", ReferralKind::requestStatus, requestStatuses()),
    Task("owner", "business-status", ReferralKind::taskStatus, taskStatuses());

    static final String STATUS = "status";
    static final String REQUISITION = "requisition";
    static final String BUSINESS_STATUS = "business-status";

    private final String queue;
    private final String ofItsOwn;

    @SuppressWarnings("ImmutableEnumChecker") // a method of this class
    private final Function<StateName, String> status;

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable
    private final Set<String> statuses;

    ReferralKind(String queue, String ofItsOwn, Function<StateName, String> status, Set<String> statuses) {
        this.queue = queue;
        this.ofItsOwn = ofItsOwn;
        this.status = status;
        this.statuses = statuses;
    }

    /** What it may be searched by. */
    Set<String> parameters() {
        return Stream.concat(
                        Stream.of(
                                SearchParameters.ID,
                                SearchParameters.LAST_UPDATED,
                                SearchParameters.COUNT,
                                SearchParameters.CURSOR,
                                STATUS,
                                ofItsOwn),
                        queueParameters().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By what it is searched for by its queue: as a resource, or by what identifies that. */
    Set<String> queueParameters() {
        return Set.of(queue, queue + ":identifier");
    }

    /** The status of a state. */
    String status(StateName state) {
        return status.apply(state);
    }

    /** Whether FHIR has such a status. */
    boolean has(String code) {
        return statuses.contains(code);
    }

    private static String requestStatus(StateName state) {
        return ReferralStatus.ofRequest(state.name()).toCode();
    }

    private static String taskStatus(StateName state) {
        return ReferralStatus.ofTask(state.name()).toCode();
    }

    private static Set<String> requestStatuses() {
        return Arrays.stream(ServiceRequestStatus.values())
                .filter(status -> status != ServiceRequestStatus.NULL)
                .map(ServiceRequestStatus::toCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> taskStatuses() {
        return Arrays.stream(TaskStatus.values())
                .filter(status -> status != TaskStatus.NULL)
                .map(TaskStatus::toCode)
                .collect(Collectors.toUnmodifiableSet());
    }
}
