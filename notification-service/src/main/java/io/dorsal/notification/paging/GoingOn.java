package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Leads alerts that nobody has acknowledged to their next step, and those that were not seen to in time to their next round.
 * What fell due in an outage is done once.
 */
public final class GoingOn {

    private static final int BATCH = 100;

    private final AlertStore store;
    private final Raising raising;
    private final Transactions transactions;
    private final CurrentPolicies policies;
    private final Clock clock;

    public GoingOn(AlertStore store, Transactions transactions, CurrentPolicies policies, Clock clock) {
        this.store = store;
        this.raising = new Raising(store);
        this.transactions = transactions;
        this.policies = policies;
        this.clock = clock;
    }

    /** Takes the steps that are due; false if there may be more of them. */
    public boolean takeDueSteps() {
        return transactions.run(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Policies current = policies.get();
            List<Alert> due = store.lockDue(now, BATCH);
            List<Change> steps = due.stream()
                    .map(alert -> alert.goOn(
                            alert.cause().kind().policy(current, alert.origin().networkId()), now))
                    .flatMap(Optional::stream)
                    .toList();
            Writes writes = new Writes();
            raising.add(steps, current, writes);
            store.write(writes);
            return due.size() < BATCH;
        });
    }
}
