package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.notification.alert.Acknowledging;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Hold;
import io.dorsal.notification.paging.AcknowledgingAlert;
import io.dorsal.notification.paging.AcknowledgingAlert.Result;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes acknowledgements. */
@RestController
@RequestMapping("/api/alerts/{id}")
class AcknowledgeController {

    private final AcknowledgingAlert acknowledging;
    private final Sights sights;

    AcknowledgeController(AcknowledgingAlert acknowledging, Sights sights) {
        this.acknowledging = acknowledging;
        this.sights = sights;
    }

    /** Does not ask for If-Match, which other changes do: {@link AcknowledgingAlert} says why. */
    @PostMapping("/acknowledge")
    ResponseEntity<AlertItem> acknowledge(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        Result result = acknowledging.acknowledge(new AlertId(id), sights.of(caller), Versions.expected(ifMatch));
        return switch (result) {
            case Result.Unknown unknown -> throw ProblemException.notFound();
            case Result.Stale(Alert alert) ->
                throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "The alert has changed since it was read.")
                        .with("version", alert.version());
            case Result.Answered(Acknowledging.Taken taken) ->
                item(taken.change().alert());
            case Result.Answered(Acknowledging.AlreadyTheirs(Alert alert)) -> item(alert);
            case Result.Answered(Acknowledging.HeldByAnother(Alert alert, Hold hold)) ->
                throw new ProblemException(HttpStatus.CONFLICT, "Somebody else has acknowledged this alert.")
                        .with("state", alert.state().name())
                        .with("acknowledgedBy", hold.by())
                        .with("acknowledgedAt", hold.since());
            case Result.Answered(Acknowledging.Over(Alert alert)) ->
                throw new ProblemException(HttpStatus.CONFLICT, "This alert is closed.")
                        .with("state", alert.state().name())
                        .with("availableActions", List.of());
        };
    }

    private static ResponseEntity<AlertItem> item(Alert alert) {
        return ResponseEntity.ok().eTag(Versions.tag(alert)).body(AlertItem.of(alert));
    }
}
