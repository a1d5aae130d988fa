package io.dorsal.notification.reading.http;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.Page;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.reading.AlertFilter;
import io.dorsal.notification.reading.AlertRead;
import io.dorsal.notification.reading.AlertReads;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and shows alerts. */
@RestController
@RequestMapping("/api/alerts")
class AlertsController {

    /** Only what may be an id: a stream that is asked for as JSON is 406, and no alert. */
    private static final String AN_ID = "[0-9a-fA-F-]{36}";

    private final AlertReads alerts;
    private final Sights sights;
    private final ClinicDirectory clinics;

    AlertsController(AlertReads alerts, Sights sights, ClinicDirectory clinics) {
        this.alerts = alerts;
        this.sights = sights;
        this.clinics = clinics;
    }

    @GetMapping
    Page<AlertItem> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        AlertFilter filter = ListParameters.filter(state, cursor, limit);
        List<Alert> found = alerts.list(filter, sights.of(caller));
        List<Alert> page = found.stream().limit(filter.limit()).toList();
        return new Page<>(
                page.stream().map(AlertItem::of).toList(),
                found.size() > page.size() ? ListParameters.cursor(page.getLast()) : null);
    }

    @GetMapping("/{id:" + AN_ID + "}")
    ResponseEntity<AlertDetails> one(@PathVariable UUID id, Caller caller) {
        AlertRead read = alerts.read(new AlertId(id), sights.of(caller)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .eTag(Versions.tag(read.alert()))
                .header("Cache-Control", "no-store")
                .body(AlertDetails.of(read, clinics, caller.subject()));
    }
}
