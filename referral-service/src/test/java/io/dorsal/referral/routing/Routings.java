package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;
import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.HeldReferral;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.Taking;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Routes decisions about one assessment, and has people act in between. */
final class Routings {

    static final Targets TARGETS = new Targets(Map.of(
            Urgency.EMERGENCY, Duration.ofMinutes(15),
            Urgency.URGENT, Duration.ofHours(24),
            Urgency.SOON, Duration.ofDays(7),
            Urgency.ROUTINE, Duration.ofDays(42)));
    static final Instant NOW = RECEIVED.plusSeconds(1);
    static final Instant LATER = RECEIVED.plus(Duration.ofDays(2));

    private final RoutingPolicy policy = new RoutingPolicy(NetworkTargets.everywhere(TARGETS));
    private final LifeCycle lifeCycle = new LifeCycle(Duration.ofDays(28));
    private final AssessmentId id = new AssessmentId(UUID.randomUUID());

    AssessmentId id() {
        return id;
    }

    Routing route(AssessmentCase before, DecidedRevision decision, Instant now) {
        return policy.route(before, decision, now);
    }

    AssessmentCase afterAsking(Queue queue, Urgency urgency, String... rules) {
        return afterRouting(aDecision().about(id).asking(queue, urgency, rules).build());
    }

    AssessmentCase afterRouting(DecidedRevision decision) {
        return policy.route(AssessmentCase.unknown(id), decision, NOW).after();
    }

    /** The assessment after somebody has acted on the latest referral of a queue. */
    AssessmentCase after(AssessmentCase before, Queue queue, Action action) {
        Referral referral = Objects.requireNonNull(before.referrals().get(queue));
        HeldReferral held = HeldReferral.of(referral, before.referrals().values());
        Taking taking = lifeCycle.take(referral, held, new Deed(action, "somebody", null), NOW);
        assertThat(taking).isInstanceOf(Taking.Taken.class);
        return before.after(Objects.requireNonNull(before.standing()), ((Taking.Taken) taking).changes());
    }

    static Map<Queue, Urgency> open(AssessmentCase standing) {
        return standing.open().stream().collect(Collectors.toMap(Referral::queue, Referral::urgency));
    }

    static Referral only(Routing routing) {
        assertThat(routing.changes()).hasSize(1);
        return routing.changes().getFirst().referral();
    }

    static ChangeReason reason(Routing routing) {
        return routing.changes().getFirst().reason();
    }

    static List<ChangeReason> reasons(Routing routing) {
        return routing.changes().stream().map(ReferralChange::reason).toList();
    }
}
