package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Cause;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.Learning;
import io.dorsal.notification.alert.Oddity;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in decisions: raises alerts for emergencies, annotates those that are open. A batch has its effect wholly or not
 * at all, and having it twice changes nothing.
 */
public final class LearningDecisions {

    private final AlertStore store;
    private final Raising raising;
    private final Reconciling reconciling;
    private final Untold untold;
    private final CurrentPolicies policies;
    private final Clock clock;

    public LearningDecisions(
            AlertStore store, Reconciling reconciling, Untold untold, CurrentPolicies policies, Clock clock) {
        this.store = store;
        this.raising = new Raising(store);
        this.reconciling = reconciling;
        this.untold = untold;
        this.policies = policies;
        this.clock = clock;
    }

    /** Learns decisions in the order given. */
    public void learn(List<Decided> batch) {
        Set<AssessmentId> assessments = batch.stream().map(Decided::assessment).collect(Collectors.toSet());
        List<Alert> alerts = new ArrayList<>();
        reconciling.inTransaction(() -> new HashMap<>(store.lockFiles(assessments)), files -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            store.write(writesOf(batch, files, policies.get(), now));
            files.values().forEach(file -> file.latestAlert().ifPresent(alerts::add));
        });
        untold.add(alerts);
    }

    private Writes writesOf(List<Decided> batch, Map<AssessmentId, CaseFile> files, Policies current, Instant now) {
        List<Change> changes = new ArrayList<>();
        Map<AlertId, Change> oddities = new LinkedHashMap<>();
        Writes writes = new Writes();
        for (Decided decided : batch) {
            CaseFile file = files.getOrDefault(decided.assessment(), CaseFile.empty(decided.assessment()));
            Learning learning = file.learn(decided, current, now);
            files.put(decided.assessment(), learning.file());
            changes.addAll(learning.changes());
            learning.oddities()
                    .forEach(oddity -> oddities.computeIfAbsent(
                            AlertId.ofOddity(decided.assessment(), decided.revision()),
                            id -> tellOperations(id, decided, oddity, current, now)));
        }
        batch.forEach(decided -> writes.know(new Knowledge(decided, countingInTheEnd(decided, files))));
        store.known(oddities.keySet()).forEach(oddities::remove);
        changes.addAll(oddities.values());
        raising.add(changes, current, writes);
        return writes;
    }

    /** Two bodies of one revision may stand in one batch: one of them counts. */
    private static Decided countingInTheEnd(Decided decided, Map<AssessmentId, CaseFile> files) {
        return Optional.ofNullable(files.get(decided.assessment()))
                .map(file -> file.revisions().get(decided.revision()))
                .orElse(decided);
    }

    private static Change tellOperations(AlertId id, Decided decided, Oddity oddity, Policies current, Instant now) {
        Cause cause = new Cause(
                AlertKind.OPERATIONS,
                decided.revision(),
                decided.urgency(),
                List.of(),
                oddity.headline(),
                decided.receivedAt());
        return Alert.raise(id, decided.assessment(), 1, decided.origin(), cause, current.operations(), now);
    }
}
