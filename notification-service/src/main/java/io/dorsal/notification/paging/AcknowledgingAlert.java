package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Acknowledging;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Limits;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.delivery.Tellings;
import io.dorsal.notification.link.AlertLink;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A person takes an alert.
 *
 * <p>No version is demanded: at three in the morning an acknowledgement must not fail because the alert was annotated a
 * moment ago, and it means the same whatever the alert says by now. A version that is given is honoured, but only where
 * the alert is still to be taken; so an acknowledgement whose answer was lost can be sent again as it was.
 */
public final class AcknowledgingAlert {

    /** What came of it. */
    public sealed interface Result {

        /** There is no such alert within the person's sight. */
        record Unknown() implements Result {}

        /** The version given is not the alert's, or the link was used before. */
        record Stale(Alert alert) implements Result {}

        /** The alert has answered. */
        record Answered(Acknowledging answer) implements Result {}
    }

    private final AlertStore store;
    private final Transactions transactions;
    private final Untold untold;
    private final Tellings tellings;
    private final Milestones milestones;
    private final Limits limits;
    private final Clock clock;

    public AcknowledgingAlert(
            AlertStore store,
            Transactions transactions,
            Untold untold,
            Tellings tellings,
            Milestones milestones,
            Limits limits,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.untold = untold;
        this.tellings = tellings;
        this.milestones = milestones;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Acknowledges for the person whose sight it is.
     *
     * @param expectedVersion null where the person does not say
     */
    public Result acknowledge(AlertId id, Sight sight, @Nullable Long expectedVersion) {
        return acknowledge(id, sight, alert -> expectedVersion == null || expectedVersion == alert.version());
    }

    /** Acknowledges for whoever has the link, which is good for that once: stale where it was used before. */
    public Result acknowledgeByLink(AlertLink link, String person) {
        Sight sight = new Sight(person, true, false, false, Set.of(), Set.of());
        return acknowledge(link.alert(), sight, alert -> store.isFirstUse(link));
    }

    private Result acknowledge(AlertId id, Sight sight, Predicate<Alert> isUpToDate) {
        Result result = transactions.run(() -> store.lock(id, sight)
                .map(alert -> acknowledge(alert, sight.subject(), isUpToDate))
                .orElseGet(Result.Unknown::new));
        if (result instanceof Result.Answered(Acknowledging.Taken(Change change))) {
            untold.remove(id);
            tellings.stop(id);
            milestones.acknowledged(change);
        }
        return result;
    }

    private Result acknowledge(Alert alert, String by, Predicate<Alert> isUpToDate) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Acknowledging answer = alert.acknowledge(by, limits, now);
        if (answer instanceof Acknowledging.Taken(Change change)) {
            if (!isUpToDate.test(alert)) {
                return new Result.Stale(alert);
            }
            store.write(Writes.of(change));
        }
        return new Result.Answered(answer);
    }
}
