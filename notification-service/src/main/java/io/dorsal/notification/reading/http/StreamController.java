package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.notification.reading.AlertReads;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams alerts as they change. */
@RestController
class StreamController {

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final AlertStreams streams;
    private final AlertReads alerts;
    private final Sights sights;

    StreamController(AlertStreams streams, AlertReads alerts, Sights sights) {
        this.streams = streams;
        this.sights = sights;
        this.alerts = alerts;
    }

    @GetMapping(path = "/api/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, Caller caller) {
        long latest = alerts.latestChange(); // asked in any case: without the store, the answer is 503 and no stream
        long after = lastEventId == null || lastEventId.isEmpty() ? latest : number(lastEventId);
        SseEmitter stream = streams.open(sights.of(caller), StreamStart.of(after, latest))
                .orElseThrow(() -> new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "Too many streams are open.")
                        .retryAfterSeconds(RETRY_AFTER_SECONDS));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    /** Or HEAD would open a stream that nobody reads. */
    @RequestMapping(
            path = "/api/alerts/stream",
            method = RequestMethod.HEAD,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Void> headOfStream() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    private static long number(String lastEventId) {
        if (!NUMBER.matcher(lastEventId).matches()) {
            throw ProblemException.invalid(
                    List.of(new FieldProblem("Last-Event-ID", "Last-Event-ID is the id of an event of this stream")));
        }
        return Long.parseLong(lastEventId);
    }
}
