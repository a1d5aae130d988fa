package io.dorsal.notification.delivery;

import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.RepeatedFailure;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.waking.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Duration RECORD_AGAIN_EVERY = Duration.ofSeconds(1);

    /** Another instance may know a contact already that this one does not, while a deployment is under way. */
    private static final int ATTEMPTS_BEFORE_A_CONTACT_IS_GONE = 10;

    private final ChannelKind channel;
    private final Lane lane;
    private final DeliveryQueue queue;
    private final Sender sender;
    private final Tellings tellings;
    private final CurrentPolicies policies;
    private final RetryPauses pauses;
    private final DeliveryListener listener;
    private final Bell bell;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(SIDE_BY_SIDE);
    private final Map<DeliveryId, Attempt> unrecorded = new ConcurrentHashMap<>();
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
    private final RepeatedFailure recording;
    private Instant recordAgainAt = Instant.MIN;

    public DeliveryWorker(
            ChannelKind channel,
            Lane lane,
            DeliveryQueue queue,
            Sender sender,
            Tellings tellings,
            CurrentPolicies policies,
            RetryPauses pauses,
            DeliveryListener listener,
            Bell bell,
            Clock clock) {
        this.channel = channel;
        this.lane = lane;
        this.queue = queue;
        this.sender = sender;
        this.tellings = tellings;
        this.policies = policies;
        this.pauses = pauses;
        this.listener = listener;
        this.bell = bell;
        this.clock = clock;
        this.recording = new RepeatedFailure(LOG, "Recording outcomes of %s".formatted(this));
    }

    /** Claims what is due, and has it attempted; waits a moment where there is nothing. */
    public Next round() throws InterruptedException {
        long seen = bell.rings();
        recordWhatIsUnrecorded();
        if (claimAndSend() == 0) {
            bell.await(seen, LOOK_EVERY);
        }
        return Next.atOnce();
    }

    /** Waits for the attempts under way, so that their outcomes are recorded. */
    public void awaitAttempts() throws InterruptedException {
        if (slots.tryAcquire(SIDE_BY_SIDE, Sender.LONGEST_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS)) {
            slots.release(SIDE_BY_SIDE);
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

    private void deliver(Claim claim) {
        try {
            if (isMadeAlready(claim.message().delivery())) {
                return;
            }
            Outcome outcome = attempt(claim);
            listener.attempted(claim, outcome);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Attempt attempt = new Attempt(claim, outcome, now, pauses.after(claim.attempt(), outcome));
            record(attempt).ifPresent(failure -> unrecorded.put(claim.message().delivery(), attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slots.release();
        }
    }

    /** What is told, or was, without the database knowing it yet, may outlive its lease and is not to be told again. */
    private boolean isMadeAlready(DeliveryId delivery) {
        Attempt attempt = unrecorded.get(delivery);
        return tellings.isTold(delivery) || (attempt != null && attempt.outcome() instanceof Outcome.Accepted);
    }

    private Outcome attempt(Claim claim) throws InterruptedException {
        Optional<Contact> contact = policies.get()
                .contact(claim.contactId())
                .filter(known -> known.channels().contains(channel));
        if (contact.isPresent()) {
            return sender.attempt(claim.message(), contact.get(), channel);
        }
        return claim.attempt() < ATTEMPTS_BEFORE_A_CONTACT_IS_GONE
                ? new Outcome.Refused("no such contact known here")
                : new Outcome.Gone("no such contact any more");
    }

    private void recordWhatIsUnrecorded() {
        Instant now = clock.instant();
        if (unrecorded.isEmpty() || now.isBefore(recordAgainAt)) {
            return;
        }
        recordAgainAt = now.plus(RECORD_AGAIN_EVERY);
        for (Attempt attempt : List.copyOf(unrecorded.values())) {
            Optional<RuntimeException> failure = record(attempt);
            if (failure.isEmpty()) {
                unrecorded.remove(attempt.claim().message().delivery(), attempt);
            } else if (FailureKind.of(failure.get()) == FailureKind.TRANSIENT) {
                return; // the others would fail, too
            }
        }
    }

    private Optional<RuntimeException> record(Attempt attempt) {
        try {
            queue.record(attempt);
            recording.worked();
            return Optional.empty();
        } catch (RuntimeException e) {
            recording.failed(e);
            return Optional.of(e);
        }
    }

    @Override
    public String toString() {
        return "deliveries-%s-%s".formatted(channel, lane);
    }
}
