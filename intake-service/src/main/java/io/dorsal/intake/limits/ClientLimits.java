package io.dorsal.intake.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Knows of each client how much it has done lately; of 10 000 clients, those that came last. */
public final class ClientLimits {

    private static final int MOST_CLIENTS = 10_000;

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Semaphore uploadsOfAll;
    private final Bucket linesOfAll;
    private final Map<String, Client> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Client> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    public ClientLimits(LimitSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.uploadsOfAll = new Semaphore(settings.uploadsOfAll());
        this.linesOfAll = bucket(settings.linesOfAllPerSecond(), settings.linesOfAllPerSecond());
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

    private Bucket bucket(int perSecond, int atOnce) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private final class Client {

        private final Bucket submissions = bucket(settings.submissionsPerSecond(), settings.burst());
        private final Bucket lines = bucket(settings.linesPerSecond(), settings.linesPerSecond());
        private final Semaphore uploads = new Semaphore(settings.uploadsAtOnce());
    }

    /** An upload under way. */
    public final class Uploading implements AutoCloseable {

        private final Client client;

        private Uploading(Client client) {
            this.client = client;
        }

        /** Waits until so many more lines may be taken in. */
        public void pace(int lines) throws InterruptedException {
            pace(lines, client.lines, settings.linesPerSecond());
            pace(lines, linesOfAll, settings.linesOfAllPerSecond());
        }

        private static void pace(int lines, Bucket bucket, int atOnce) throws InterruptedException {
            for (int left = lines; left > 0; left -= atOnce) {
                bucket.asBlocking().consume(Math.min(left, atOnce));
            }
        }

        @Override
        public void close() {
            client.uploads.release();
            uploadsOfAll.release();
        }
    }
}
