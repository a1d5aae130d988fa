package io.dorsal.notification.reading.http;

import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.waking.Bell;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams changes of alerts, in the order of their commits, whichever instance made them. Each stream reads the log of
 * changes from where its client stands, but one looks for all of them whether there is anything new, and few read at a time:
 * streams share the database with those who tell people. When the log cannot be read, the streams end: a client that is cut
 * off knows so, one that hears nothing does not.
 */
final class AlertStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertStreams.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int READING_AT_A_TIME = 2;

    private final AlertReads alerts;
    private final Bell changes;
    private final int atMost;
    private final Bell news = new Bell();
    private final Semaphore reading = new Semaphore(READING_AT_A_TIME, true);
    private final Set<AlertStream> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile long latest;
    private volatile boolean running;

    /**
     * @param changes rung when this instance has changed an alert
     * @param atMost so many streams at a time
     */
    AlertStreams(AlertReads alerts, Bell changes, int atMost) {
        this.alerts = alerts;
        this.changes = changes;
        this.atMost = atMost;
    }

    /** Opens a stream from a position on; empty while there are too many. */
    Optional<SseEmitter> open(Sight sight, StreamStart start) {
        if (open.size() >= atMost) {
            return Optional.empty();
        }
        AlertStream stream = new AlertStream(sight, start);
        stream.whenClosed(() -> open.remove(stream));
        open.add(stream);
        threads.execute(() -> run(stream));
        return Optional.of(stream.emitter());
    }

    private void run(AlertStream stream) {
        try {
            stream.begin();
            while (running && open.contains(stream)) {
                long seen = news.rings();
                if (!passOn(stream)) {
                    news.await(seen, AlertStream.HEARTBEAT_EVERY);
                }
            }
            stream.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (AlertStream.ClientGone e) {
            LOG.debug("A stream's client went away");
        } catch (RuntimeException e) {
            LOG.warn("A stream ends, for the changes cannot be read: {}", FailureTrace.of(e));
            stream.end();
        } finally {
            open.remove(stream);
        }
    }

    /** True if there may be more. */
    private boolean passOn(AlertStream stream) throws InterruptedException {
        long upTo = latest;
        reading.acquire();
        try {
            stream.read(alerts);
        } finally {
            reading.release();
        }
        return stream.passOn(upTo);
    }

    /** Looks whether there is something new. */
    Next look() throws InterruptedException {
        long seen = changes.rings();
        if (!open.isEmpty()) {
            lookForNews();
        }
        changes.await(seen, LOOK_EVERY);
        return Next.atOnce();
    }

    private void lookForNews() {
        try {
            long newest = alerts.latestChange();
            if (newest != latest) {
                latest = newest;
                news.ring();
            }
        } catch (RuntimeException e) {
            open.clear();
            news.ring();
            throw e;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: streams never do by themselves. */
    @Override
    public void stop() {
        running = false;
        open.forEach(stream -> threads.execute(stream::end)); // one whose client hangs must not hold up the others
        news.ring();
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
