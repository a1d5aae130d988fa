package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertAction;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Hold;
import io.dorsal.notification.alert.HolderStep;
import io.dorsal.notification.paging.HoldingAlert;
import io.dorsal.notification.paging.HoldingAlert.Result;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes what is done with an alert once somebody has acknowledged it. */
@RestController
class HolderController {

    private final HoldingAlert holding;
    private final Sights sights;

    HolderController(HoldingAlert holding, Sights sights) {
        this.holding = holding;
        this.sights = sights;
    }

    @PostMapping("/api/alerts/{id}/{action:patient-contacted|unreachable|reassign|close}")
    @Operation(
            summary = "Goes on with an alert that somebody has acknowledged",
            description =
                    "Whoever holds it says that the patient was reached or not, and closes it with an `outcome`. Anybody who"
                            + " sees it can reassign it `to` a subject, themselves included. 409 names what is available instead;"
                            + " 412 where the alert has changed since it was read; 428 without If-Match.")
    ResponseEntity<AlertItem> act(
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(hidden = true) Caller caller) {
        long readVersion = Versions.required(ifMatch);
        HolderStep step = HolderStepReader.read(action, body);
        return switch (holding.take(new AlertId(id), sights.of(caller), readVersion, step)) {
            case Result.Unknown _ -> throw ProblemException.notFound();
            case Result.Stale(Alert alert) ->
                throw new ProblemException(
                                HttpStatus.PRECONDITION_FAILED,
                                "The alert has changed since it was read. Read it again.")
                        .with("version", alert.version());
            case Result.NobodyToReassignTo _ ->
                throw ProblemException.invalid(
                        List.of(new FieldProblem("to", "to is the subject of somebody whom a policy names")));
            case Result.NotAvailable(Alert alert, List<AlertAction> available) -> throw notAvailable(alert, available);
            case Result.Done(Alert alert) ->
                ResponseEntity.ok().eTag(Versions.tag(alert)).body(AlertItem.of(alert));
        };
    }

    private static ProblemException notAvailable(Alert alert, List<AlertAction> available) {
        ProblemException problem = new ProblemException(
                        HttpStatus.CONFLICT, "That is not possible as the alert stands, or somebody else holds it.")
                .with("state", alert.state().name())
                .with(
                        "availableActions",
                        available.stream().map(AlertAction::path).toList());
        return alert.hold()
                .map(Hold::by)
                .map(holder -> problem.with("acknowledgedBy", holder))
                .orElse(problem);
    }
}
