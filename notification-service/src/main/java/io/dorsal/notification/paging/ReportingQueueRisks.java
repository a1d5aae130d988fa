package io.dorsal.notification.paging;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells operations of queues whose sites are not enough, of each risk once, however often it is read. */
public final class ReportingQueueRisks {

    /** The mark of such a risk in an alert's timeline. */
    static final String QUEUE_AT_RISK = "QUEUE_AT_RISK";

    private final AlertStore store;
    private final Raising raising;
    private final Reconciling reconciling;
    private final CurrentPolicies policies;
    private final Clock clock;

    public ReportingQueueRisks(AlertStore store, Reconciling reconciling, CurrentPolicies policies, Clock clock) {
        this.store = store;
        this.raising = new Raising(store);
        this.reconciling = reconciling;
        this.policies = policies;
        this.clock = clock;
    }

    /** Reports risks in the order given. */
    public void report(List<QueueRisk> batch) {
        Map<AlertId, QueueRisk> risks = batch.stream()
                .collect(Collectors.toMap(
                        QueueRisk::alert, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        reconciling.inTransaction(
                () -> store.known(risks.keySet()),
                known -> store.write(writesOf(
                        risks.values().stream()
                                .filter(risk -> !known.contains(risk.alert()))
                                .toList(),
                        policies.get(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    private Writes writesOf(List<QueueRisk> risks, Policies current, Instant now) {
        Writes writes = new Writes();
        List<Change> changes =
                risks.stream().map(risk -> risk.raise(current, now)).toList();
        risks.forEach(risk -> writes.note(new Note(risk.alert(), QUEUE_AT_RISK, risk.detail(), now)));
        raising.add(changes, current, writes);
        return writes;
    }
}
