package io.dorsal.notification.failopen;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.What;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.delivery.Tellings;
import io.dorsal.notification.paging.LastResort;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.paging.Untold;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the fallback contacts of emergencies that the database cannot take, turn after turn of their chain and under the
 * ids that its deliveries have anyway. Each is repeated until its channel accepts it, the next turn repeats it, or the
 * database is back.
 */
public final class FailingOpen implements Tellings, LastResort {

    private static final Logger LOG = LoggerFactory.getLogger(FailingOpen.class);

    private final DirectSending sending;
    private final CurrentPolicies policies;
    private final Journal journal;
    private final AlertPublisher publisher;
    private final BooleanSupplier needed;
    private final Untold untold;
    private final Milestones milestones;
    private final Clock clock;
    private final Map<AlertId, Chain> chains = new HashMap<>();

    /**
     * @param needed true while the database cannot be used
     */
    public FailingOpen(
            DirectSending sending,
            CurrentPolicies policies,
            Journal journal,
            AlertPublisher publisher,
            BooleanSupplier needed,
            Untold untold,
            Milestones milestones,
            Clock clock) {
        this.sending = sending;
        this.policies = policies;
        this.journal = journal;
        this.publisher = publisher;
        this.needed = needed;
        this.untold = untold;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** Tells of a decision, if it is an emergency. */
    public void tell(Decided decided) {
        CaseFile.empty(decided.assessment())
                .learn(decided, policies.get(), now())
                .changes()
                .forEach(raised -> tell(raised.alert()));
    }

    /** Tells of a record that could not be processed, if it may have held an emergency. */
    public void tell(ParkedRecord parked) {
        if (parked.possibleEmergency()) {
            tell(raised(parked));
        }
    }

    /** Begins to tell of an alert, if that has not begun. */
    public void tell(Alert alert) {
        Chain chain;
        synchronized (chains) {
            if (!needed.getAsBoolean() || chains.containsKey(alert.id())) {
                return;
            }
            chain = Chain.at(journal.lastTurn(alert.id()).orElse(alert.turn()), alert, policies.get(), now());
            chains.put(alert.id(), chain);
        }
        if (journal.lastTurn(alert.id()).isEmpty()) {
            untold.add(List.of(alert));
        }
        tell(chain);
    }

    /** Takes the turns that are due; ends all telling once the database is back. */
    public void goOn() {
        List<Chain> due;
        synchronized (chains) {
            if (!needed.getAsBoolean()) {
                chains.clear();
                return;
            }
            Policies current = policies.get();
            Instant now = now();
            due = chains.values().stream()
                    .filter(chain -> chain.isDue(now))
                    .map(chain -> chain.next(current, now))
                    .toList();
            due.forEach(chain -> chains.put(chain.alert().id(), chain));
        }
        due.forEach(this::tell);
    }

    @Override
    public void tellRegardless(ParkedRecord parked) {
        tellFallback(raised(parked), Turn.FIRST, () -> true);
    }

    private Alert raised(ParkedRecord parked) {
        Policies current = policies.get();
        return Optional.ofNullable(parked.assessment())
                .filter(assessment -> parked.possibleEmergency())
                .flatMap(assessment -> CaseFile.empty(assessment)
                        .suspect(parked.suspicion(parked.origin()), current, now())
                        .file()
                        .latestAlert())
                .orElseGet(() -> parked.raiseAlertOfItsOwn(parked.origin(), current, now())
                        .alert());
    }

    private void tell(Chain chain) {
        tellFallback(chain.alert(), chain.turn(), () -> needed.getAsBoolean() && isCurrent(chain));
    }

    private boolean isCurrent(Chain chain) {
        synchronized (chains) {
            Chain current = chains.get(chain.alert().id());
            return current != null && current.turn().equals(chain.turn());
        }
    }

    private void tellFallback(Alert alert, Turn turn, BooleanSupplier wanted) {
        Instant raisedAt = journal.raisedAt(alert.id()).orElse(alert.raisedAt());
        for (Contact contact : policies.get().fallback()) {
            for (ChannelKind channel : contact.channels()) {
                DeliveryId id = DeliveryId.of(alert.id(), turn, contact, channel);
                if (!journal.isTold(id)) {
                    LOG.warn("Telling {} of alert {} without the database, by {}", contact.id(), alert.id(), channel);
                    Telling telling = new Telling(id, alert.id(), turn, contact.id(), channel, raisedAt, null);
                    Message message =
                            Message.about(alert, id, turn, alert.cause().headline());
                    sending.send(new DirectDelivery(message, telling, contact, wanted, () -> accepted(alert, telling)));
                }
            }
        }
    }

    private void accepted(Alert alert, Telling telling) {
        Instant now = now();
        boolean isFirst = journal.add(telling.accepted(now));
        if (isFirst && alert.version() == 1) { // later versions are the database's to tell
            publish(new Change(
                    alert.toldBefore(telling.raisedAt(), now), null, What.RAISED, Change.SERVICE, telling.raisedAt()));
        }
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
    public boolean isTold(DeliveryId delivery) {
        return sending.attempts().isTold(delivery);
    }

    @Override
    public boolean areUnknown() {
        return !journal.unreconciled().isEmpty();
    }

    @Override
    public List<Telling> pause() {
        return sending.attempts().pause();
    }

    @Override
    public void resume(Collection<Telling> known) {
        sending.attempts().resume(known);
    }

    @Override
    public void stop(AlertId alert) {
        synchronized (chains) {
            chains.remove(alert);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
