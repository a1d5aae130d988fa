package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import java.util.List;

/** Looks up which of the untold emergencies other instances have told, or somebody has acknowledged. */
public final class CheckingUntold {

    private final Untold untold;
    private final AlertStore store;
    private final Transactions transactions;

    public CheckingUntold(Untold untold, AlertStore store, Transactions transactions) {
        this.untold = untold;
        this.store = store;
        this.transactions = transactions;
    }

    /** Forgets those. */
    public void check() {
        List<Alert> remembered = untold.all();
        if (!remembered.isEmpty()) {
            untold.keep(
                    remembered,
                    transactions.run(() ->
                            store.untold(remembered.stream().map(Alert::id).toList())));
        }
    }
}
