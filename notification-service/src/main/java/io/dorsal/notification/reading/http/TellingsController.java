package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.reading.AlertReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far the telling of alerts has come. Attempts are many, and no changes of an alert: streams do not tell them. */
@RestController
class TellingsController {

    private static final int AT_MOST = 50;

    private final AlertReads alerts;
    private final Sights sights;
    private final CurrentPolicies policies;

    TellingsController(AlertReads alerts, Sights sights, CurrentPolicies policies) {
        this.alerts = alerts;
        this.sights = sights;
        this.policies = policies;
    }

    @GetMapping("/api/alerts/tellings")
    @Operation(
            summary = "Tells who was told of alerts, and how",
            description =
                    "The latest attempt of each contact and channel, and how many steps the chain has. Nothing of the"
                            + " patient is in it. Alerts out of the caller's sight are left out.")
    TellingsBody tellings(@RequestParam(name = "alert") List<UUID> ids, @Parameter(hidden = true) Caller caller) {
        if (ids.size() > AT_MOST) {
            throw ProblemException.invalid(List.of(new FieldProblem("alert", "alert is given 1 to 50 times")));
        }
        return TellingsBody.of(
                alerts.tellings(ids.stream().map(AlertId::new).toList(), sights.of(caller)), policies.get());
    }
}
