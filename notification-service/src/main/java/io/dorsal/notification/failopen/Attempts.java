package io.dorsal.notification.failopen;

import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The attempts that are under way without the database. While it is told what was attempted none begins; but one waits for
 * that only so long, for a database that hangs in the middle of it must not keep anybody from being told.
 */
final class Attempts {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int LOOKS = 40;

    private final Journal journal;
    private final Map<DeliveryId, Telling> underWay = new HashMap<>();
    private int pauses;

    Attempts(Journal journal) {
        this.journal = journal;
    }

    /** Returns when the attempt may be made; {@link #end} must follow. */
    void begin(Telling telling) throws InterruptedException {
        for (int looks = 0; !begun(telling, looks == LOOKS); looks++) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private synchronized boolean begun(Telling telling, boolean regardless) {
        if (pauses > 0 && !regardless) {
            return false;
        }
        underWay.put(telling.delivery(), telling);
        return true;
    }

    /** The attempt has ended, and stands in the journal if a channel has accepted it. */
    synchronized void end(Telling telling) {
        underWay.remove(telling.delivery());
    }

    synchronized boolean isTold(DeliveryId delivery) {
        return journal.isTold(delivery) || underWay.containsKey(delivery);
    }

    /** What the database may not know, attempts under way included; none begins until {@link #resume}. */
    synchronized List<Telling> pause() {
        pauses++;
        List<Telling> tellings = new ArrayList<>(journal.unreconciled());
        // By what was listed, not by the journal: an attempt may be accepted between the two.
        Set<DeliveryId> listed = tellings.stream().map(Telling::delivery).collect(Collectors.toSet());
        underWay.values().stream()
                .filter(telling -> !listed.contains(telling.delivery()))
                .forEach(tellings::add);
        return tellings;
    }

    synchronized void resume(Collection<Telling> known) {
        journal.reconciled(known);
        pauses--;
    }
}
