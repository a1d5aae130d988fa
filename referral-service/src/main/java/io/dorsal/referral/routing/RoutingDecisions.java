package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.ReferralChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Routes a batch of decisions: several revisions of one assessment and repetitions of a decision may be in it. Runs in
 * the transaction of its caller, and has its effect once, however often the same decisions come.
 */
public final class RoutingDecisions {

    private final RoutingPolicy policy;
    private final Cases cases;
    private final Placing placing;
    private final Announcements announcements;
    private final InstantSource clock;

    public RoutingDecisions(
            RoutingPolicy policy, Cases cases, Placing placing, Announcements announcements, InstantSource clock) {
        this.policy = policy;
        this.cases = cases;
        this.placing = placing;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Routes the decisions in their order, and tells what came of them. */
    public RoutedBatch route(List<DecidedRevision> decisions) {
        Map<AssessmentId, AssessmentCase> known =
                cases.lock(decisions.stream().map(DecidedRevision::assessmentId).collect(Collectors.toSet()));
        RoutedBatch batch = new Run(known).route(decisions);
        RoutedBatch saved = batch.withConflicts(cases.save(batch));
        announcements.announce(saved.changes());
        return saved;
    }

    /** One batch's progress. */
    private final class Run {

        private final Map<AssessmentId, AssessmentCase> known;
        private final Map<AssessmentId, AssessmentCase> current;
        private final Map<AssessmentId, DecidedRevision> followed = new LinkedHashMap<>();
        private final List<ReferralChange> changes = new ArrayList<>();
        private final Set<DecidedBody> bodies = new HashSet<>();
        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        Run(Map<AssessmentId, AssessmentCase> known) {
            this.known = known;
            this.current = new HashMap<>(known);
        }

        RoutedBatch route(List<DecidedRevision> decisions) {
            decisions.forEach(this::route);
            Map<Boolean, List<DecidedRevision>> byKnown = followed.values().stream()
                    .collect(Collectors.partitioningBy(decision -> known.containsKey(decision.assessmentId())));
            return new RoutedBatch(
                    byKnown.getOrDefault(false, List.of()),
                    byKnown.getOrDefault(true, List.of()),
                    standings(),
                    bodies,
                    placing.place(changes, now),
                    List.of(),
                    verdicts,
                    now);
        }

        private void route(DecidedRevision decision) {
            AssessmentId id = decision.assessmentId();
            Routing routing = policy.route(current.getOrDefault(id, AssessmentCase.unknown(id)), decision, now);
            current.put(id, routing.after());
            bodies.add(decision.body());
            if (routing.stands()) {
                followed.put(id, decision);
            }
            changes.addAll(routing.changes());
            verdicts.merge(routing.verdict(), 1, Integer::sum);
        }

        private Map<AssessmentId, Standing> standings() {
            Map<AssessmentId, Standing> changed = new HashMap<>();
            current.forEach((id, after) -> {
                Standing standing = after.standing();
                AssessmentCase before = known.get(id);
                if (standing != null && (before == null || !standing.equals(before.standing()))) {
                    changed.put(id, standing);
                }
            });
            return changed;
        }
    }
}
