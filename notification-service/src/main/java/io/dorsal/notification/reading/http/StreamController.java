package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.notification.reading.AlertReads;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams alerts as they change. */
@RestController
class StreamController {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final AlertStreams streams;
    private final AlertReads alerts;

    StreamController(AlertStreams streams, AlertReads alerts) {
        this.streams = streams;
        this.alerts = alerts;
    }

    @GetMapping(path = "/api/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, Caller caller) {
        long latest = alerts.latestChange(); // asked in any case: without the store, the answer is 503 and no stream
        long after = lastEventId == null || lastEventId.isEmpty() ? latest : number(lastEventId);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(streams.open(Sights.of(caller), after));
    }

    private static long number(String lastEventId) {
        if (!NUMBER.matcher(lastEventId).matches()) {
            throw ProblemException.invalid(
                    List.of(new FieldProblem("Last-Event-ID", "Last-Event-ID is the id of an event of this stream")));
        }
        return Long.parseLong(lastEventId);
    }
}
