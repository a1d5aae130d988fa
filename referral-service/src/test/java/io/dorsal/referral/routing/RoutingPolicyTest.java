package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;
import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {

    private static final Instant NOW = Routings.NOW;
    private static final Instant LATER = Routings.LATER;

    private final Routings routings = new Routings();
    private final AssessmentId id = routings.id();

    @Test
    void aFirstDecisionOpensOneReferralForEachQueueItAsksFor() {
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "CES-1")
                .build();

        Routing routing = routings.route(AssessmentCase.unknown(id), decision, NOW);

        assertThat(routing.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(routing.changes()).extracting(ReferralChange::reason).containsOnly(ChangeReason.DECIDED);
        assertThat(routing.changes()).extracting(ReferralChange::from).containsOnlyNulls();
        assertThat(routing.changes())
                .extracting(ReferralChange::referral)
                .allSatisfy(referral -> {
                    assertThat(referral.version()).isEqualTo(1);
                    assertThat(referral.episode()).isEqualTo(1);
                    assertThat(referral.state()).isEqualTo(new ReferralState.Routed());
                    assertThat(referral.routedAt()).isEqualTo(NOW);
                    assertThat(referral.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofMinutes(15)));
                })
                .extracting(Referral::queue)
                .containsExactly(Queue.EMERGENCY_DEPARTMENT, Queue.NEUROSURGERY);
    }

    @Test
    void aReferralIsDueByTheTargetOfItsNetwork() {
        Targets metro = Routings.TARGETS.shortenedTo(Map.of(Urgency.SOON, Duration.ofDays(3)));
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.ONCOLOGY, Urgency.SOON, "CANCER-5")
                .build();

        assertThat(due(new NetworkTargets(Routings.TARGETS, Map.of("metro", metro)), decision))
                .isEqualTo(RECEIVED.plus(Duration.ofDays(3)));
        assertThat(due(new NetworkTargets(Routings.TARGETS, Map.of("coast", metro)), decision))
                .isEqualTo(RECEIVED.plus(Duration.ofDays(7)));
    }

    private @Nullable Instant due(NetworkTargets targets, DecidedRevision decision) {
        Routing routing = new RoutingPolicy(targets).route(AssessmentCase.unknown(id), decision, NOW);
        return routing.changes().getFirst().referral().dueAt();
    }

    @Test
    void selfCareAloneOpensNothing() {
        Routing routing =
                routings.route(AssessmentCase.unknown(id), aDecision().about(id).build(), NOW);

        assertThat(routing.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(routing.changes()).isEmpty();
    }

    @Test
    void anUrgencyWithoutATargetIsNeverDue() {
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.PRIMARY_CARE, Urgency.SELF_CARE)
                .build();

        Referral referral = Routings.only(routings.route(AssessmentCase.unknown(id), decision, NOW));

        assertThat(referral.dueAt()).isNull();
    }

    @Test
    void aRevisionThatRaisesTheUrgencyRaisesItInPlaceAndIsDueByItsTargetFromTheFirstReceiptOn() {
        AssessmentCase before = routings.afterAsking(Queue.NEUROSURGERY, Urgency.ROUTINE);
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .receivedAt(LATER)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .build();

        Routing routing = routings.route(before, revision, LATER);

        Referral raised = Routings.only(routing);
        assertThat(raised.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(raised.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24)));
        assertThat(raised.id()).isEqualTo(ReferralId.of(id, Queue.NEUROSURGERY, 1));
        assertThat(raised.version()).isEqualTo(2);
        assertThat(raised.routedAt()).isEqualTo(NOW);
        assertThat(raised.request().rules()).containsExactly("NEURO-2");
        assertThat(Routings.reason(routing)).isEqualTo(ChangeReason.URGENCY_RAISED);
    }

    @Test
    void aNewerRevisionLowersTheUrgencyVisiblyAndTheDueTimeFollows() {
        AssessmentCase before = routings.afterAsking(Queue.NEUROSURGERY, Urgency.URGENT);
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .receivedAt(LATER)
                .asking(Queue.NEUROSURGERY, Urgency.ROUTINE)
                .build();

        Routing routing = routings.route(before, revision, LATER);

        assertThat(Routings.only(routing).urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(Routings.only(routing).dueAt()).isEqualTo(RECEIVED.plus(Duration.ofDays(42)));
        assertThat(Routings.reason(routing)).isEqualTo(ChangeReason.URGENCY_LOWERED);
    }

    @Test
    void aRevisionThatAsksForTheSameChangesNothing() {
        AssessmentCase before = routings.afterAsking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2");
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .build();

        Routing routing = routings.route(before, revision, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(routing.changes()).isEmpty();
    }

    @Test
    void otherRulesAreAVisibleChange() {
        AssessmentCase before = routings.afterAsking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2");
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "CORD-1")
                .build();

        Routing routing = routings.route(before, revision, LATER);

        assertThat(Routings.only(routing).request().rules()).containsExactly("CORD-1");
        assertThat(Routings.reason(routing)).isEqualTo(ChangeReason.FINDINGS_CHANGED);
    }

    @Test
    void whatIsNoLongerAskedForIsWithdrawn() {
        AssessmentCase before = routings.afterAsking(Queue.NEUROSURGERY, Urgency.URGENT);
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .asking(Queue.PRIMARY_CARE, Urgency.ROUTINE)
                .build();

        Routing routing = routings.route(before, revision, LATER);

        assertThat(routing.changes())
                .extracting(change -> change.referral().queue(), ReferralChange::reason)
                .containsExactly(
                        tuple(Queue.PRIMARY_CARE, ChangeReason.DECIDED),
                        tuple(Queue.NEUROSURGERY, ChangeReason.NO_LONGER_ASKED_FOR));
        assertThat(routing.changes().getLast().referral().state()).isEqualTo(new ReferralState.Withdrawn());
        assertThat(routing.changes().getLast().from()).isEqualTo(new ReferralState.Routed());
    }

    @Test
    void askingForAClosedReferralAgainOpensItsNextEpisode() {
        AssessmentCase asked = routings.afterAsking(Queue.NEUROSURGERY, Urgency.URGENT);
        AssessmentCase withdrawn = routings.route(
                        asked, aDecision().about(id).ofRevision(2).build(), NOW)
                .after();
        DecidedRevision again = aDecision()
                .about(id)
                .ofRevision(3)
                .receivedAt(LATER)
                .asking(Queue.NEUROSURGERY, Urgency.ROUTINE)
                .build();

        Referral second = Routings.only(routings.route(withdrawn, again, LATER));

        assertThat(second.episode()).isEqualTo(2);
        assertThat(second.id()).isEqualTo(ReferralId.of(id, Queue.NEUROSURGERY, 2));
        assertThat(second.version()).isEqualTo(1);
        assertThat(second.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofDays(42)));
    }

    @Test
    void anOlderRevisionChangesNothing() {
        DecidedRevision newer = aDecision().about(id).ofRevision(2).build();
        DecidedRevision older = aDecision()
                .about(id)
                .ofRevision(1)
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY)
                .build();
        AssessmentCase before =
                routings.route(AssessmentCase.unknown(id), newer, NOW).after();

        Routing routing = routings.route(before, older, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(routing.changes()).isEmpty();
        assertThat(routing.after()).isEqualTo(before);
    }

    @Test
    void anOlderRevisionThatWasReceivedFirstSetsTheClocksBackAndChangesNothingElse() {
        AssessmentCase before = routings.afterRouting(aDecision()
                .about(id)
                .ofRevision(2)
                .receivedAt(LATER)
                .asking(Queue.ONCOLOGY, Urgency.URGENT)
                .build());
        DecidedRevision older = aDecision()
                .about(id)
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY)
                .build();

        Routing routing = routings.route(before, older, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(Routings.only(routing).dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24)));
        assertThat(Routings.only(routing).revision()).isEqualTo(2);
        assertThat(Routings.reason(routing)).isEqualTo(ChangeReason.RECEIVED_EARLIER);
        assertThat(Routings.open(routing.after())).isEqualTo(Map.of(Queue.ONCOLOGY, Urgency.URGENT));
    }
}
