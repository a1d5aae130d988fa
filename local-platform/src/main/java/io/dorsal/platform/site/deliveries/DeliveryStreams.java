package io.dorsal.platform.site.deliveries;

import io.dorsal.platform.site.deliveries.DeliveriesController.Entry;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of arrivals. A stream resumes after the event id it names; without one it begins with the next
 * arrival. A comment every few seconds lets either side notice that the other is gone.
 */
class DeliveryStreams {

    private static final long NO_TIME_LIMIT = 0;

    private final Deliveries deliveries;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    DeliveryStreams(Deliveries deliveries) {
        this.deliveries = deliveries;
        deliveries.follow(delivery -> open.forEach(stream -> stream.send(delivery)));
    }

    SseEmitter open(@Nullable String lastEventId) {
        Stream stream = new Stream(number(lastEventId));
        stream.emitter.onCompletion(() -> open.remove(stream));
        stream.emitter.onError(error -> open.remove(stream));
        synchronized (stream) {
            open.add(stream);
            stream.comment();
            if (lastEventId != null) {
                deliveries.after(number(lastEventId)).forEach(stream::send);
            }
        }
        return stream.emitter;
    }

    @Scheduled(fixedRate = 5_000)
    void beat() {
        open.forEach(Stream::comment);
    }

    void closeAll() {
        open.forEach(stream -> stream.emitter.complete());
    }

    private static long number(@Nullable String eventId) {
        try {
            return eventId == null ? 0 : Long.parseLong(eventId);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** One stream; in order and never twice, however resuming and following overlap: both hold its lock. */
    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(NO_TIME_LIMIT);
        private long sent;

        Stream(long sent) {
            this.sent = sent;
        }

        synchronized void send(Delivery delivery) {
            if (delivery.number() > sent) {
                sent = delivery.number();
                emit(SseEmitter.event()
                        .id(Long.toString(delivery.number()))
                        .name("delivery")
                        .data(Entry.of(delivery)));
            }
        }

        synchronized void comment() {
            emit(SseEmitter.event().comment("alive"));
        }

        private void emit(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException gone) {
                open.remove(this);
            }
        }
    }
}
