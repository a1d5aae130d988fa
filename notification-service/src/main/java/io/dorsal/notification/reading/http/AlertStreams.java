package io.dorsal.notification.reading.http;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.reading.LoggedChange;
import io.dorsal.notification.waking.Bell;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams changes of alerts, in the order of their commits, whichever instance made them. Each stream reads the log of
 * changes from where its client stands; a change made here rings it awake, one made elsewhere is found within a moment.
 * When the log cannot be read, the stream ends: a client that is cut off knows so, one that hears nothing does not.
 */
final class AlertStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertStreams.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(10);
    private static final int BATCH = 200;

    private final AlertReads alerts;
    private final Bell bell;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    AlertStreams(AlertReads alerts, Bell bell) {
        this.alerts = alerts;
        this.bell = bell;
    }

    /** Opens a stream of the changes after the one of this number. */
    SseEmitter open(Sight sight, long after) {
        SseEmitter emitter = new SseEmitter(0L);
        Runnable closed = () -> open.remove(emitter);
        emitter.onCompletion(closed);
        emitter.onError(failure -> closed.run());
        open.add(emitter);
        threads.execute(() -> stream(emitter, sight, after));
        return emitter;
    }

    private void stream(SseEmitter emitter, Sight sight, long after) {
        try {
            // Tells where the stream begins, so that a client that is cut off before the first change resumes here.
            emitter.send(SseEmitter.event().id(String.valueOf(after)).comment("from here on"));
            long position = after;
            long heard = System.nanoTime();
            while (running && open.contains(emitter)) {
                long seen = bell.rings();
                List<LoggedChange> changes = alerts.changesAfter(position, sight, BATCH);
                for (LoggedChange change : changes) {
                    send(emitter, change);
                    position = change.number();
                    heard = System.nanoTime();
                }
                if (System.nanoTime() - heard > HEARTBEAT_EVERY.toNanos()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    heard = System.nanoTime();
                }
                if (changes.size() < BATCH) {
                    bell.await(seen, LOOK_EVERY);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A stream's client went away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A stream ends, for the changes cannot be read: {}", FailureTrace.of(e));
            emitter.complete();
        } finally {
            open.remove(emitter);
        }
    }

    private static void send(SseEmitter emitter, LoggedChange change) throws IOException {
        emitter.send(SseEmitter.event()
                .id(String.valueOf(change.number()))
                .name(change.what())
                .data(AlertItem.of(change.alert())));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: streams never do by themselves. */
    @Override
    public void stop() {
        running = false;
        open.forEach(SseEmitter::complete);
        bell.ring();
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
