package io.dorsal.notification.reading.http;

import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.reading.LoggedChange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client's stream; all but its end belongs to one thread. */
final class AlertStream {

    static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(5);

    private static final int BATCH = 200;

    /** The client has closed the connection. */
    static final class ClientGone extends RuntimeException {

        private ClientGone(Exception cause) {
            super(cause);
        }
    }

    private final SseEmitter emitter = new SseEmitter(0L);
    private final Sight sight;
    private final StreamStart start;
    private List<LoggedChange> changes = List.of();
    private long position;
    private long heard = System.nanoTime();

    AlertStream(Sight sight, StreamStart start) {
        this.sight = sight;
        this.start = start;
        this.position = start.after();
    }

    SseEmitter emitter() {
        return emitter;
    }

    void whenClosed(Runnable closed) {
        emitter.onCompletion(closed);
        emitter.onError(failure -> closed.run());
    }

    /** Tells where the stream begins, so that a client that is cut off before the first change resumes here. */
    void begin() {
        SseEmitter.SseEventBuilder event = SseEmitter.event().id(String.valueOf(start.after()));
        send(start.reset() ? event.name("reset").data(Map.of()) : event.comment("from here on"));
    }

    void read(AlertReads alerts) {
        changes = alerts.changesAfter(position, sight, BATCH);
    }

    /**
     * Sends what was read; true if there may be more.
     *
     * @param upTo a change that was in the log before the reading: what is not in sight up to there is read no more
     */
    boolean passOn(long upTo) {
        for (LoggedChange change : changes) {
            send(SseEmitter.event()
                    .id(String.valueOf(change.number()))
                    .name(change.what())
                    .data(AlertItem.of(change.alert())));
            position = change.number();
        }
        if (changes.size() == BATCH) {
            return true;
        }
        position = Math.max(position, upTo);
        if (System.nanoTime() - heard > HEARTBEAT_EVERY.toNanos()) {
            send(SseEmitter.event().comment("still here"));
        }
        return false;
    }

    private void send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
            heard = System.nanoTime();
        } catch (IOException | IllegalStateException e) {
            throw new ClientGone(e);
        }
    }

    void end() {
        emitter.complete();
    }
}
