package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.delivery.Tellings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets the database know what was told while it was away, in the transaction that raises the alerts: so nobody is told a
 * second time.
 */
public final class Reconciling {

    private final Tellings tellings;
    private final AlertStore store;
    private final Transactions transactions;

    public Reconciling(Tellings tellings, AlertStore store, Transactions transactions) {
        this.tellings = tellings;
        this.store = store;
        this.transactions = transactions;
    }

    /** Takes over what there is, apart from any alert that is raised now. Idempotent. */
    public void reconcile() {
        inTransaction(
                () -> {
                    store.ping();
                    return Boolean.TRUE;
                },
                answered -> {});
    }

    /**
     * Runs work in a transaction, with what was told before taken over in between.
     *
     * @param locking speaks to the database, and locks what the work is about
     */
    <T> void inTransaction(Supplier<T> locking, Consumer<T> work) {
        Pause pause = new Pause();
        try {
            transactions.run(() -> {
                T locked = locking.get();
                // What was read may be out of date then; it is locked already, and read again.
                work.accept(takeOver(pause.begin()) ? locking.get() : locked);
                return Boolean.TRUE;
            });
            pause.committed = true;
        } finally {
            pause.end();
        }
    }

    /** True if alerts have changed by it: the chain of one that was stored before goes on from where the telling came to. */
    private boolean takeOver(List<Telling> told) {
        Map<AlertId, List<Telling>> accepted = told.stream()
                .filter(telling -> telling.acceptedAt() != null)
                .collect(Collectors.groupingBy(Telling::alert));
        Writes writes = new Writes();
        for (Alert alert : store.takeOver(told)) {
            List<Telling> of = accepted.getOrDefault(alert.id(), List.of());
            Telling.firstAcceptance(of)
                    .flatMap(at -> alert.toldUntil(at, Telling.lastTurn(of)))
                    .ifPresent(change -> writes.change(change, List.of()));
        }
        store.write(writes);
        return !writes.changes().isEmpty();
    }

    private final class Pause {

        private List<Telling> listed = List.of();
        private boolean begun;
        private boolean committed;

        List<Telling> begin() {
            begun = true;
            listed = tellings.pause();
            return listed;
        }

        void end() {
            if (begun) {
                tellings.resume(committed ? listed : List.of());
            }
        }
    }
}
