package io.dorsal.intake.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;

/** Knows of each client how much it has done lately; of 10 000 clients, those that came last. */
public final class ClientLimits {

    private static final int MOST_CLIENTS = 10_000;

    /** Uploads take in a fifth of a second's lines at once: what came in a greater heap would keep submissions waiting. */
    private static final int HEAPS_PER_SECOND = 5;

    private final LimitSettings settings;
    private final DoubleSupplier pace;
    private final TimeMeter time;
    private final Semaphore uploadsOfAll;
    private final Bucket linesOfAll;
    private final Map<String, Client> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Client> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** @param pace the share of what the limits allow that uploads may use now: above 0, at most 1 */
    public ClientLimits(LimitSettings settings, DoubleSupplier pace, TimeMeter time) {
        this.settings = settings;
        this.pace = pace;
        this.time = time;
        this.uploadsOfAll = new Semaphore(settings.uploadsOfAll());
        this.linesOfAll = heaps(settings.linesOfAllPerSecond());
    }

    /** Counts a submission. Zero where it is within the limit; else it is refused, and would be within it after this. */
    public Duration submit(String client) {
        ConsumptionProbe probe = client(client).submissions.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Begins an upload, which is to be closed; empty while as many are open as may be. */
    public Optional<Uploading> upload(String client) {
        if (!uploadsOfAll.tryAcquire()) {
            return Optional.empty();
        }
        Client uploader = client(client);
        if (!uploader.uploads.tryAcquire()) {
            uploadsOfAll.release();
            return Optional.empty();
        }
        return Optional.of(new Uploading(uploader));
    }

    private Client client(String name) {
        synchronized (clients) {
            return clients.computeIfAbsent(name, _ -> new Client());
        }
    }

    private Bucket heaps(int linesPerSecond) {
        return bucket(linesPerSecond, heap(linesPerSecond));
    }

    private static int heap(int linesPerSecond) {
        return Math.max(1, linesPerSecond / HEAPS_PER_SECOND);
    }

    private Bucket bucket(int perSecond, int atOnce) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private final class Client {

        private final Bucket submissions = bucket(settings.submissionsPerSecond(), settings.burst());
        private final Bucket lines = heaps(settings.linesPerSecond());
        private final Semaphore uploads = new Semaphore(settings.uploadsAtOnce());
    }

    /** An upload under way. */
    public final class Uploading implements AutoCloseable {

        private final Client client;

        private Uploading(Client client) {
            this.client = client;
        }

        /** Waits until more lines may be taken in, and tells how many of so many, one at least. */
        public int take(int lines) throws InterruptedException {
            double share = pace.getAsDouble();
            int ofAll = heap(settings.linesOfAllPerSecond());
            int most = (int) (Math.min(heap(settings.linesPerSecond()), ofAll) * share);
            int taken = Math.min(lines, Math.max(1, most));
            client.lines.asBlocking().consume(taken);
            linesOfAll.asBlocking().consume(Math.min(ofAll, Math.round(taken / share)));
            return taken;
        }

        @Override
        public void close() {
            client.uploads.release();
            uploadsOfAll.release();
        }
    }
}
