package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Learning;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a human of every parked record: on-call staff where it may have held an emergency, operations otherwise. A record
 * is told of once, whoever parked it and however often it is read.
 */
public final class ReportingParkedRecords {

    /** The mark of such a record in an alert's timeline. */
    static final String PARKED_RECORD = "PARKED_RECORD";

    private final AlertStore store;
    private final Raising raising;
    private final Reconciling reconciling;
    private final Untold untold;
    private final CurrentPolicies policies;
    private final Clock clock;

    public ReportingParkedRecords(
            AlertStore store, Reconciling reconciling, Untold untold, CurrentPolicies policies, Clock clock) {
        this.store = store;
        this.raising = new Raising(store);
        this.reconciling = reconciling;
        this.untold = untold;
        this.policies = policies;
        this.clock = clock;
    }

    /** Reports records in the order given. */
    public void report(List<ParkedRecord> batch) {
        Set<AssessmentId> assessments = batch.stream()
                .filter(ParkedRecord::possibleEmergency)
                .map(ParkedRecord::assessment)
                .flatMap(assessment -> Optional.ofNullable(assessment).stream())
                .collect(Collectors.toSet());
        List<Alert> alerts = new ArrayList<>();
        reconciling.inTransaction(() -> new HashMap<>(store.lockFiles(assessments)), files -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Writes writes = writesOf(batch, files, policies.get(), now);
            store.write(writes);
            files.values().forEach(file -> file.latestAlert().ifPresent(alerts::add));
            writes.changes().stream().map(Change::alert).forEach(alerts::add);
        });
        untold.add(alerts);
    }

    private Writes writesOf(
            List<ParkedRecord> batch, Map<AssessmentId, CaseFile> files, Policies current, Instant now) {
        List<Change> changes = new ArrayList<>();
        Writes writes = new Writes();
        for (ParkedRecord parked : batch) {
            AssessmentId assessment = parked.assessment();
            if (parked.possibleEmergency() && assessment != null) {
                CaseFile file = files.getOrDefault(assessment, CaseFile.empty(assessment));
                Learning learning = file.suspect(parked.suspicion(originOf(parked)), current, now);
                AlertId alert = learning.file().latestAlert().map(Alert::id).orElseGet(parked::alertOfItsOwn);
                if (store.isFirstSight(parked, alert)) {
                    files.put(assessment, learning.file());
                    changes.addAll(learning.changes());
                    writes.note(new Note(alert, PARKED_RECORD, parked.detail(), now));
                }
            } else {
                AlertId alert = freeIdOf(parked);
                if (store.isFirstSight(parked, alert)) {
                    changes.add(parked.raise(alert, originOf(parked), current, now));
                    writes.note(new Note(alert, PARKED_RECORD, parked.detail(), now));
                }
            }
        }
        raising.add(changes, current, writes);
        return writes;
    }

    private AlertId freeIdOf(ParkedRecord parked) {
        AlertId byPosition = parked.alertOfItsOwn();
        return store.known(List.of(byPosition)).isEmpty() ? byPosition : parked.alertOfItsOwnByContent();
    }

    private Origin originOf(ParkedRecord parked) {
        AssessmentId assessment = parked.assessment();
        return parked.origin().equals(Origin.UNKNOWN) && assessment != null
                ? store.originOf(assessment).orElse(Origin.UNKNOWN)
                : parked.origin();
    }
}
