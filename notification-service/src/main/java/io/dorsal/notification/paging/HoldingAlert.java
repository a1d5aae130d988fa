package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertAction;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.HolderStep;
import io.dorsal.notification.alert.Limits;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A person goes on with an alert that somebody has acknowledged, on the ground of what they have read of it. */
public final class HoldingAlert {

    /** What came of it. */
    public sealed interface Result {

        /** There is no such alert within the person's sight. */
        record Unknown() implements Result {}

        /** It was read in another version. */
        record Stale(Alert alert) implements Result {}

        /** It is to be passed to somebody whom no policy knows, and who could not be told. */
        record NobodyToReassignTo() implements Result {}

        /** The person cannot do this with the alert as it is. */
        record NotAvailable(Alert alert, List<AlertAction> available) implements Result {}

        /** It is done. */
        record Done(Alert alert) implements Result {}
    }

    private final AlertStore store;
    private final Raising raising;
    private final Transactions transactions;
    private final CurrentPolicies policies;
    private final Limits limits;
    private final Clock clock;

    public HoldingAlert(
            AlertStore store, Transactions transactions, CurrentPolicies policies, Limits limits, Clock clock) {
        this.store = store;
        this.raising = new Raising(store);
        this.transactions = transactions;
        this.policies = policies;
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes the step for the person whose sight it is, if the alert still has the version that they have read. */
    public Result take(AlertId id, Sight sight, long readVersion, HolderStep step) {
        return transactions.run(() -> store.lock(id, sight)
                .map(alert -> take(alert, sight.subject(), readVersion, step))
                .orElseGet(Result.Unknown::new));
    }

    private Result take(Alert alert, String by, long readVersion, HolderStep step) {
        if (alert.version() != readVersion) {
            return new Result.Stale(alert);
        }
        Policies current = policies.get();
        if (step instanceof HolderStep.Reassign(String to)
                && current.contactsOf(to).isEmpty()) {
            return new Result.NobodyToReassignTo();
        }
        return alert.take(step, by, limits, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .map(change -> write(change, current))
                .orElseGet(() -> new Result.NotAvailable(alert, alert.availableTo(by)));
    }

    private Result write(Change change, Policies current) {
        Writes writes = new Writes();
        raising.add(List.of(change), current, writes);
        store.write(writes);
        return new Result.Done(change.alert());
    }
}
