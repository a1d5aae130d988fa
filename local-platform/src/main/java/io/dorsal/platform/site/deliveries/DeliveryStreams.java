package io.dorsal.platform.site.deliveries;

import io.dorsal.platform.site.deliveries.DeliveriesController.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of arrivals. A stream resumes after the event id it names; without one it begins with the next
 * arrival. An event {@code beat} every few seconds lets either side notice that the other is gone.
 */
class DeliveryStreams {

    private static final long NO_TIME_LIMIT = 0;
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    DeliveryStreams(Deliveries deliveries) {
        this.deliveries = deliveries;
        deliveries.follow(() -> open.forEach(Stream::wake));
    }

    SseEmitter open(@Nullable String lastEventId) {
        Stream stream = new Stream(resumed(lastEventId));
        stream.emitter.onCompletion(stream::close);
        stream.emitter.onError(error -> stream.close());
        open.add(stream);
        Thread.ofVirtual().name("deliveries-stream").start(stream::run);
        return stream.emitter;
    }

    void closeAll() {
        open.forEach(stream -> {
            stream.close();
            stream.emitter.complete();
        });
    }

    /** An id that never was given, as after a reset, is that of an earlier life: begin with the next arrival. */
    private long resumed(@Nullable String lastEventId) {
        long latest = deliveries.latest();
        try {
            return lastEventId == null ? latest : Math.min(latest, Long.parseLong(lastEventId));
        } catch (NumberFormatException e) {
            return latest;
        }
    }

    /** One stream, written by one thread: in order, and nobody waits for a slow reader. */
    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(NO_TIME_LIMIT);
        private final Semaphore bell = new Semaphore(0);
        private long sent;

        Stream(long sent) {
            this.sent = sent;
        }

        void wake() {
            bell.release();
        }

        void close() {
            open.remove(this);
            wake();
        }

        void run() {
            try {
                emitter.send(SseEmitter.event().name("beat").data(""));
                while (open.contains(this)) {
                    sendNew();
                    if (bell.tryAcquire(BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS)) {
                        bell.drainPermits();
                    } else {
                        emitter.send(SseEmitter.event().name("beat").data(""));
                    }
                }
            } catch (IOException | IllegalStateException gone) {
                open.remove(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void sendNew() throws IOException {
            for (Delivery delivery : deliveries.after(sent)) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(delivery.number()))
                        .name("delivery")
                        .data(Entry.of(delivery)));
                sent = delivery.number();
            }
        }
    }
}
