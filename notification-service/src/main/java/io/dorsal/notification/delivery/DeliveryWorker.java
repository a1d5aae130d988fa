package io.dorsal.notification.delivery;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.waking.Bell;
import io.dorsal.notification.waking.RepeatedFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the deliveries of one channel and lane: claims those that are due, attempts them side by side, outside any
 * transaction, and records what came of each. Channels have workers of their own, so one that hangs delays no other.
 *
 * <p>An outcome that cannot be recorded is kept until it can: what was sent is not sent again because the database was
 * away.
 */
public final class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int SIDE_BY_SIDE = 64;
    private static final int BATCH = 32;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PATIENCE_WHEN_STOPPING = Sender.LONGEST_ATTEMPT;

    private final ChannelKind channel;
    private final Lane lane;
    private final DeliveryQueue queue;
    private final Sender sender;
    private final CurrentPolicies policies;
    private final RetryPauses pauses;
    private final DeliveryListener listener;
    private final Bell bell;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(SIDE_BY_SIDE);
    private final Queue<Attempt> unrecorded = new ConcurrentLinkedQueue<>();
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
    private final RepeatedFailure claiming;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    public DeliveryWorker(
            ChannelKind channel,
            Lane lane,
            DeliveryQueue queue,
            Sender sender,
            CurrentPolicies policies,
            RetryPauses pauses,
            DeliveryListener listener,
            Bell bell,
            Clock clock) {
        this.channel = channel;
        this.lane = lane;
        this.queue = queue;
        this.sender = sender;
        this.policies = policies;
        this.pauses = pauses;
        this.listener = listener;
        this.bell = bell;
        this.clock = clock;
        this.claiming = new RepeatedFailure(LOG, "Claiming deliveries by %s for %s".formatted(channel, lane));
    }

    /** Starts claiming. */
    public void start() {
        running = true;
        thread = Thread.ofPlatform()
                .name("deliveries-%s-%s".formatted(channel, lane))
                .start(this::run);
    }

    /** Stops claiming; attempts under way go on. */
    public void stopClaiming() {
        running = false;
        thread.interrupt();
    }

    /** Waits for the attempts under way, so that their outcomes are recorded. */
    public void awaitAttempts() throws InterruptedException {
        thread.join(PATIENCE_WHEN_STOPPING);
        sends.shutdown();
        if (!sends.awaitTermination(PATIENCE_WHEN_STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
            sends.shutdownNow();
        }
    }

    private void run() {
        while (running) {
            try {
                long seen = bell.rings();
                recordWhatIsUnrecorded();
                int claimed = claimAndSend();
                claiming.worked();
                if (claimed == 0) {
                    bell.await(seen, LOOK_EVERY);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                claiming.failed(e);
                pauseAfterFailure();
            }
        }
    }

    private int claimAndSend() throws InterruptedException {
        slots.acquire();
        int free = 1 + slots.drainPermits();
        List<Claim> claims = List.of();
        try {
            claims = queue.claim(channel, lane, Math.min(free, BATCH), clock.instant());
        } finally {
            slots.release(free - claims.size());
        }
        claims.forEach(claim -> sends.execute(() -> deliver(claim)));
        return claims.size();
    }

    /** An outcome that waits to be recorded may outlive its lease; the delivery must not be made again for that. */
    private boolean isMadeAlready(Claim claim) {
        return unrecorded.stream()
                .anyMatch(attempt -> attempt.claim()
                                .message()
                                .delivery()
                                .equals(claim.message().delivery())
                        && attempt.outcome() instanceof Outcome.Accepted);
    }

    private void deliver(Claim claim) {
        try {
            if (isMadeAlready(claim)) {
                return;
            }
            Outcome outcome = attempt(claim);
            listener.attempted(claim, outcome);
            Attempt attempt = new Attempt(
                    claim,
                    outcome,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    pauses.after(claim.attempt(), outcome));
            if (!recorded(attempt)) {
                unrecorded.add(attempt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slots.release();
        }
    }

    private Outcome attempt(Claim claim) throws InterruptedException {
        Optional<Contact> contact = policies.get().contact(claim.contactId());
        return contact.isPresent()
                ? sender.attempt(claim.message(), contact.get(), channel)
                : new Outcome.Refused("no such contact any more");
    }

    private void recordWhatIsUnrecorded() {
        unrecorded.removeIf(this::recorded);
    }

    private boolean recorded(Attempt attempt) {
        try {
            queue.record(attempt);
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The outcome of delivery {} could not be recorded and is kept: {}",
                    attempt.claim().message().delivery(),
                    FailureTrace.of(e));
            return false;
        }
    }

    private void pauseAfterFailure() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
