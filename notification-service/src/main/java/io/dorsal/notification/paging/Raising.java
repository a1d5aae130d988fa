package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.What;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the changes of one transaction into writes, with the deliveries that they ask for. */
final class Raising {

    private final AlertStore store;

    Raising(AlertStore store) {
        this.store = store;
    }

    void add(List<Change> changes, Policies policies, Writes writes) {
        Map<AlertId, List<Telling>> told = toldBefore(changes);
        for (Change change : changes) {
            Change fitted = Optional.ofNullable(told.get(change.alert().id()))
                    .map(tellings -> raisedBefore(change, tellings, policies))
                    .orElse(change);
            writes.change(fitted, Planning.deliveriesOf(fitted, policies));
        }
    }

    private Map<AlertId, List<Telling>> toldBefore(List<Change> changes) {
        List<AlertId> raised = changes.stream()
                .filter(change -> change.what() == What.RAISED)
                .map(change -> change.alert().id())
                .toList();
        return raised.isEmpty()
                ? Map.of()
                : store.tellingsOf(raised).stream().collect(Collectors.groupingBy(Telling::alert));
    }

    /** The events of such an alert begin with the one that was published when people were told. */
    private static Change raisedBefore(Change change, List<Telling> tellings, Policies policies) {
        Instant raisedAt = tellings.getFirst().raisedAt();
        Alert raised = change.alert();
        Turn reached = Telling.lastTurn(tellings);
        Policy policy = raised.cause().kind().policy(policies, raised.origin().networkId());
        Alert alert = raised.toldBefore(
                        raisedAt, Telling.firstAcceptance(tellings).orElse(null))
                .goingOnFrom(reached, change.at().plus(policy.at(reached).patience()));
        return new Change(alert, change.previous(), change.what(), change.actor(), change.at());
    }
}
