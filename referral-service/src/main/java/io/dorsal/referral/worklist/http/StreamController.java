package io.dorsal.referral.worklist.http;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.worklist.ChangedReferrals.Position;
import io.dorsal.referral.worklist.http.ReferralStream.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/referrals/stream}: each has a thread of its own, which waits for news and for its client. */
@RestController
class StreamController {

    private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final Pattern POSITION = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ReferralStreams streams;
    private final BackgroundLoop reading;
    private final Clock clock;

    StreamController(ReferralStreams streams, BackgroundLoop readingChanges, Clock clock) {
        this.streams = streams;
        this.reading = readingChanges;
        this.clock = clock;
    }

    @GetMapping(path = "/api/referrals/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Changes of the caller's referrals as they happen",
            description =
                    "Server-sent events. An event 'referral' has the line of a worklist as it reads now, whatever its"
                            + " state. 'ready' begins a stream; 'resync' says that changes were passed over, and to read the"
                            + " lists anew; 'away' and 'back' say that changes cannot be read, and can be again. A stream ends"
                            + " with its token.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Last-Event-ID",
                            description = "the id of the last event that was seen: the stream goes on behind it"))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE))
    void follow(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) JwtAuthenticationToken authentication,
            @Parameter(hidden = true) @RequestHeader(name = "Last-Event-ID", required = false) @Nullable
                    String lastEventId,
            HttpServletResponse response) {
        ReferralStream stream = streams.open(Callers.ofReferrals(caller), position(lastEventId))
                .orElseThrow(() -> new ProblemException(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "Too many streams are open. Close one, or come back later.")
                        .retryAfterSeconds(RETRY_AFTER_SECONDS));
        try {
            reading.wake();
            write(
                    stream,
                    first(stream),
                    Optional.ofNullable(authentication.getToken().getExpiresAt()),
                    response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The client has left, or takes nothing any more.
        } finally {
            streams.leave(stream);
        }
    }

    /** Or HEAD would open a stream that nobody reads. */
    @RequestMapping(
            path = "/api/referrals/stream",
            method = RequestMethod.HEAD,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(hidden = true)
    ResponseEntity<Void> headOfStream() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    /** Nothing is answered before the store has been read: without it there is no stream. */
    private static StreamMessage first(ReferralStream stream) throws InterruptedException {
        StreamMessage first = stream.next(PATIENCE);
        if (stream.state() == State.FAILED || (first instanceof StreamMessage.Beat && !stream.hasBegun())) {
            throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "A part of the platform is away. Try again.")
                    .retryAfterSeconds(RETRY_AFTER_SECONDS);
        }
        return first;
    }

    private void write(ReferralStream stream, StreamMessage first, Optional<Instant> end, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // of a proxy, which would hold events back
        OutputStream out = response.getOutputStream();
        out.write(RETRY);
        StreamMessage next = first;
        while (stream.state() == State.OPEN
                && end.filter(clock.instant()::isAfter).isEmpty()) {
            out.write(next.bytes());
            if (!stream.hasMore()) {
                out.flush();
            }
            next = stream.next(BETWEEN_BEATS);
        }
        out.flush();
    }

    private static @Nullable Position position(@Nullable String lastEventId) {
        Matcher matcher = POSITION.matcher(lastEventId == null ? "" : lastEventId);
        return matcher.matches()
                ? new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : null;
    }
}
