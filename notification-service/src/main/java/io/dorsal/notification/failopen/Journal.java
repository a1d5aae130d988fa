package io.dorsal.notification.failopen;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was told while the database was away: so that nothing is told twice, neither in an outage nor after it. */
public final class Journal {

    private final JournalStorage storage;
    private final Map<DeliveryId, Telling> told = new LinkedHashMap<>();
    private final Set<DeliveryId> unreconciled = new HashSet<>();

    public Journal(JournalStorage storage) {
        this.storage = storage;
        // Whether the database knows of these is not written down: telling it again changes nothing.
        storage.load().forEach(this::remember);
    }

    /** A channel has accepted this. */
    public synchronized void add(Telling telling) {
        storage.append(telling);
        remember(telling);
    }

    /** True if a channel has accepted this delivery. */
    public synchronized boolean isTold(DeliveryId delivery) {
        return told.containsKey(delivery);
    }

    /** When the alert was raised, if it was told of before. */
    public synchronized Optional<Instant> raisedAt(AlertId alert) {
        return told.values().stream()
                .filter(telling -> telling.alert().equals(alert))
                .map(Telling::raisedAt)
                .findFirst();
    }

    /** What the database may not know. */
    public synchronized List<Telling> unreconciled() {
        List<Telling> tellings = new ArrayList<>(told.values());
        tellings.removeIf(telling -> !unreconciled.contains(telling.delivery()));
        return tellings;
    }

    /** The database knows these. */
    public synchronized void reconciled(Collection<Telling> tellings) {
        tellings.stream()
                .filter(telling -> telling.acceptedAt() != null)
                .forEach(telling -> unreconciled.remove(telling.delivery()));
    }

    private void remember(Telling telling) {
        told.put(telling.delivery(), telling);
        unreconciled.add(telling.delivery());
    }
}
