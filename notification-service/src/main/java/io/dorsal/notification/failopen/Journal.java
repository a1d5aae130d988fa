package io.dorsal.notification.failopen;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was told while the database was away: so that nothing is told twice, neither in an outage nor after it. What the
 * database knows is forgotten after a day.
 */
public final class Journal {

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final JournalStorage storage;
    private final Clock clock;
    private final Map<AlertId, List<Telling>> byAlert = new HashMap<>();
    private final Set<DeliveryId> told = new HashSet<>();
    private final Map<DeliveryId, Telling> unreconciled = new HashMap<>();
    private Instant nextTidying;

    public Journal(JournalStorage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        this.nextTidying = clock.instant();
        // Whether the database knows of these is not written down: telling it again changes nothing.
        storage.load().forEach(this::remember);
    }

    /** A channel has accepted this; true if it is the first of its alert. */
    public synchronized boolean add(Telling telling) {
        storage.append(telling);
        return remember(telling);
    }

    /** True if a channel has accepted this delivery. */
    public synchronized boolean isTold(DeliveryId delivery) {
        return told.contains(delivery);
    }

    /** When the alert was raised, if it was told of before. */
    public synchronized Optional<Instant> raisedAt(AlertId alert) {
        return of(alert).stream().map(Telling::raisedAt).findFirst();
    }

    /** How far its telling has come, if it was told of before. */
    public synchronized Optional<Turn> lastTurn(AlertId alert) {
        return of(alert).stream().map(Telling::turn).max(Turn.IN_ORDER);
    }

    /** What the database may not know. */
    public synchronized List<Telling> unreconciled() {
        return List.copyOf(unreconciled.values());
    }

    /** The database knows these. */
    public synchronized void reconciled(Collection<Telling> tellings) {
        tellings.stream()
                .filter(telling -> telling.acceptedAt() != null)
                .forEach(telling -> unreconciled.remove(telling.delivery()));
        tidyUp();
    }

    private void tidyUp() {
        Instant now = clock.instant();
        if (now.isBefore(nextTidying) || !unreconciled.isEmpty()) {
            return;
        }
        nextTidying = now.plus(KEPT_FOR);
        List<Telling> old = byAlert.values().stream()
                .flatMap(List::stream)
                .filter(telling -> telling.raisedAt().isBefore(now.minus(KEPT_FOR)))
                .toList();
        if (!old.isEmpty()) {
            old.forEach(telling -> byAlert.remove(telling.alert()));
            old.forEach(telling -> told.remove(telling.delivery()));
            storage.replace(byAlert.values().stream().flatMap(List::stream).toList());
        }
    }

    private List<Telling> of(AlertId alert) {
        return byAlert.getOrDefault(alert, List.of());
    }

    private boolean remember(Telling telling) {
        List<Telling> ofAlert = byAlert.computeIfAbsent(telling.alert(), id -> new ArrayList<>());
        ofAlert.add(telling);
        told.add(telling.delivery());
        unreconciled.put(telling.delivery(), telling);
        return ofAlert.size() == 1;
    }
}
