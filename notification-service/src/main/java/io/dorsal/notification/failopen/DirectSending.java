package io.dorsal.notification.failopen;

import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.RetryPauses;
import io.dorsal.notification.delivery.Sender;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.ChannelKind;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Makes deliveries that stand in no database, each until its channel accepts it. They go side by side, so that a channel
 * that hangs delays no other; but of one channel only so many, so that a backlog does not overrun it.
 */
public final class DirectSending implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 64;

    private final Sender sender;
    private final RetryPauses retryPauses;
    private final DeliveryListener listener;
    private final Attempts attempts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<DeliveryId> begun = ConcurrentHashMap.newKeySet();
    private final Map<ChannelKind, Semaphore> slots = new ConcurrentHashMap<>();

    public DirectSending(Sender sender, RetryPauses retryPauses, DeliveryListener listener, Journal journal) {
        this.sender = sender;
        this.retryPauses = retryPauses;
        this.listener = listener;
        this.attempts = new Attempts(journal);
    }

    /** Sends, and does not wait for it; a delivery that is being sent already is not sent once more. */
    void send(DirectDelivery delivery) {
        DeliveryId id = delivery.telling().delivery();
        if (begun.add(id)) {
            threads.execute(() -> {
                try {
                    sendUntilAccepted(delivery);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    begun.remove(id);
                }
            });
        }
    }

    /** What was attempted, and whether more may be. */
    Attempts attempts() {
        return attempts;
    }

    private void sendUntilAccepted(DirectDelivery delivery) throws InterruptedException {
        int attempt = 1;
        Semaphore slot = slots.computeIfAbsent(delivery.telling().channel(), kind -> new Semaphore(SIDE_BY_SIDE, true));
        while (delivery.wanted().getAsBoolean()) {
            slot.acquire();
            Outcome outcome;
            try {
                if (!delivery.wanted().getAsBoolean()) {
                    return;
                }
                outcome = attempt(delivery, attempt);
            } finally {
                slot.release();
            }
            if (outcome instanceof Outcome.Accepted) {
                return;
            }
            Thread.sleep(retryPauses.after(attempt, outcome));
            attempt++;
        }
    }

    private Outcome attempt(DirectDelivery delivery, int attempt) throws InterruptedException {
        Telling telling = delivery.telling();
        Message message = delivery.message();
        attempts.begin(telling);
        try {
            Outcome outcome = sender.attempt(message, delivery.contact(), telling.channel());
            listener.attempted(
                    new Claim(message, telling.turn(), telling.contactId(), telling.channel(), attempt), outcome);
            if (outcome instanceof Outcome.Accepted) {
                delivery.accepted().run();
            }
            return outcome;
        } finally {
            attempts.end(telling);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
