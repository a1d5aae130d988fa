package io.dorsal.notification.failopen;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.What;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.RetryPauses;
import io.dorsal.notification.delivery.Sender;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.delivery.Tellings;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the fallback contacts of emergencies that the database cannot take: under the ids that the first step's
 * deliveries have anyway, each repeated until its channel accepts it or the database is back. Deliveries go side by side,
 * so that a channel that hangs delays no other.
 */
public final class FailingOpen implements Tellings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FailingOpen.class);
    private static final Duration WHILE_PAUSED = Duration.ofMillis(50);

    private final Sender sender;
    private final CurrentPolicies policies;
    private final Journal journal;
    private final AlertPublisher publisher;
    private final BooleanSupplier needed;
    private final RetryPauses retryPauses;
    private final DeliveryListener deliveries;
    private final Milestones milestones;
    private final Clock clock;
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();

    private final Object lock = new Object();
    private final Set<DeliveryId> begun = new HashSet<>();
    private final Map<DeliveryId, Telling> underWay = new HashMap<>();
    private final Set<AlertId> published = new HashSet<>();
    private int pauses;

    /**
     * @param needed true while the database cannot be used
     */
    public FailingOpen(
            Sender sender,
            CurrentPolicies policies,
            Journal journal,
            AlertPublisher publisher,
            BooleanSupplier needed,
            RetryPauses retryPauses,
            DeliveryListener deliveries,
            Milestones milestones,
            Clock clock) {
        this.sender = sender;
        this.policies = policies;
        this.journal = journal;
        this.publisher = publisher;
        this.needed = needed;
        this.retryPauses = retryPauses;
        this.deliveries = deliveries;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** Tells of a decision, if it is an emergency. */
    public void tell(Decided decided) {
        CaseFile.empty(decided.assessment())
                .learn(decided, policies.get(), now())
                .changes()
                .forEach(this::tell);
    }

    /** Tells of a record that could not be processed, if it may have held an emergency. */
    public void tell(ParkedRecord parked) {
        if (!parked.possibleEmergency()) {
            return;
        }
        Policies current = policies.get();
        if (parked.assessment() == null) {
            tell(parked.raiseAlertOfItsOwn(parked.origin(), current, now()));
        } else {
            CaseFile.empty(parked.assessment())
                    .suspect(parked.suspicion(parked.origin()), current, now())
                    .changes()
                    .forEach(this::tell);
        }
    }

    private void tell(Change raised) {
        for (Contact contact : policies.get().fallback()) {
            for (ChannelKind channel : contact.channels()) {
                Alert alert = raised.alert();
                DeliveryId id = DeliveryId.of(alert.id(), Turn.FIRST, contact, channel);
                Instant raisedAt = journal.raisedAt(alert.id()).orElse(alert.raisedAt());
                Telling telling = new Telling(id, alert.id(), contact.id(), channel, raisedAt, null);
                if (isNew(id)) {
                    LOG.warn("Telling {} of alert {} without the database, by {}", contact.id(), alert.id(), channel);
                    sends.execute(() -> tellUntilAccepted(raised, telling, contact));
                }
            }
        }
    }

    private boolean isNew(DeliveryId id) {
        synchronized (lock) {
            return !journal.isTold(id) && begun.add(id);
        }
    }

    private void tellUntilAccepted(Change raised, Telling telling, Contact contact) {
        try {
            int attempt = 1;
            while (needed.getAsBoolean()) {
                if (begin(telling)) {
                    Outcome outcome = attempt(raised.alert(), telling, contact, attempt);
                    if (outcome instanceof Outcome.Accepted) {
                        return;
                    }
                    Thread.sleep(retryPauses.after(attempt, outcome));
                    attempt++;
                } else {
                    Thread.sleep(WHILE_PAUSED);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (lock) {
                begun.remove(telling.delivery());
            }
        }
    }

    private boolean begin(Telling telling) {
        synchronized (lock) {
            if (pauses > 0) {
                return false;
            }
            underWay.put(telling.delivery(), telling);
            return true;
        }
    }

    private Outcome attempt(Alert alert, Telling telling, Contact contact, int attempt) throws InterruptedException {
        try {
            Message message = Message.about(alert, telling.delivery());
            Outcome outcome = sender.attempt(message, contact, telling.channel());
            deliveries.attempted(new Claim(message, Turn.FIRST, contact.id(), telling.channel(), attempt), outcome);
            if (outcome instanceof Outcome.Accepted) {
                accepted(alert, telling);
            }
            return outcome;
        } finally {
            synchronized (lock) {
                underWay.remove(telling.delivery());
            }
        }
    }

    private void accepted(Alert alert, Telling telling) {
        Instant now = now();
        journal.add(new Telling(
                telling.delivery(), telling.alert(), telling.contactId(), telling.channel(), telling.raisedAt(), now));
        synchronized (lock) {
            if (!published.add(alert.id())) {
                return;
            }
        }
        publish(new Change(
                alert.toldBefore(telling.raisedAt(), now), null, What.RAISED, Change.SERVICE, telling.raisedAt()));
    }

    /** What cannot be published now is published when the alert is stored. */
    private void publish(Change change) {
        milestones.delivered(change);
        try {
            publisher.publish(change);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Alert {} was told of but could not be published: {}",
                    change.alert().id(),
                    FailureTrace.of(e));
        }
    }

    @Override
    public List<Telling> pause() {
        synchronized (lock) {
            pauses++;
            List<Telling> tellings = new ArrayList<>(journal.unreconciled());
            underWay.values().stream()
                    .filter(telling -> !journal.isTold(telling.delivery()))
                    .forEach(tellings::add);
            return tellings;
        }
    }

    @Override
    public void resume(Collection<Telling> known) {
        journal.reconciled(known);
        synchronized (lock) {
            pauses--;
        }
    }

    /** True while the database may not know all that was told. */
    public boolean isUnreconciled() {
        return !journal.unreconciled().isEmpty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        sends.shutdownNow();
    }
}
