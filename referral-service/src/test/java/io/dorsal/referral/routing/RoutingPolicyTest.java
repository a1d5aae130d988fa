package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;
import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {

    private static final Targets TARGETS = new Targets(Map.of(
            Urgency.EMERGENCY, Duration.ofMinutes(15),
            Urgency.URGENT, Duration.ofHours(24),
            Urgency.SOON, Duration.ofDays(7),
            Urgency.ROUTINE, Duration.ofDays(42)));
    private static final Instant NOW = RECEIVED.plusSeconds(1);
    private static final Instant LATER = RECEIVED.plus(Duration.ofDays(2));

    private final RoutingPolicy policy = new RoutingPolicy(NetworkTargets.everywhere(TARGETS));
    private final AssessmentId id = new AssessmentId(UUID.randomUUID());

    @Test
    void aFirstDecisionOpensOneReferralForEachQueueItAsksFor() {
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "CES-1")
                .build();

        Routing routing = policy.route(AssessmentCase.unknown(id), decision, NOW);

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
        Targets metro = TARGETS.shortenedTo(Map.of(Urgency.SOON, Duration.ofDays(3)));
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.ONCOLOGY, Urgency.SOON, "CANCER-5")
                .build();

        assertThat(due(new NetworkTargets(TARGETS, Map.of("metro", metro)), decision))
                .isEqualTo(RECEIVED.plus(Duration.ofDays(3)));
        assertThat(due(new NetworkTargets(TARGETS, Map.of("coast", metro)), decision))
                .isEqualTo(RECEIVED.plus(Duration.ofDays(7)));
    }

    private @Nullable Instant due(NetworkTargets targets, DecidedRevision decision) {
        Routing routing = new RoutingPolicy(targets).route(AssessmentCase.unknown(id), decision, NOW);
        return routing.changes().getFirst().referral().dueAt();
    }

    @Test
    void selfCareAloneOpensNothing() {
        Routing routing =
                policy.route(AssessmentCase.unknown(id), aDecision().about(id).build(), NOW);

        assertThat(routing.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(routing.changes()).isEmpty();
    }

    @Test
    void anUrgencyWithoutATargetIsNeverDue() {
        DecidedRevision decision = aDecision()
                .about(id)
                .asking(Queue.PRIMARY_CARE, Urgency.SELF_CARE)
                .build();

        Referral referral = only(policy.route(AssessmentCase.unknown(id), decision, NOW));

        assertThat(referral.dueAt()).isNull();
    }

    @Test
    void aRevisionThatRaisesTheUrgencyRaisesItInPlaceAndIsDueByItsTargetFromTheFirstReceiptOn() {
        AssessmentCase before = afterAsking(Queue.NEUROSURGERY, Urgency.ROUTINE);
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .receivedAt(LATER)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .build();

        Routing routing = policy.route(before, revision, LATER);

        Referral raised = only(routing);
        assertThat(raised.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(raised.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24)));
        assertThat(raised.id()).isEqualTo(ReferralId.of(id, Queue.NEUROSURGERY, 1));
        assertThat(raised.version()).isEqualTo(2);
        assertThat(raised.routedAt()).isEqualTo(NOW);
        assertThat(raised.request().rules()).containsExactly("NEURO-2");
        assertThat(reason(routing)).isEqualTo(ChangeReason.URGENCY_RAISED);
    }

    @Test
    void aNewerRevisionLowersTheUrgencyVisiblyAndTheDueTimeFollows() {
        AssessmentCase before = afterAsking(Queue.NEUROSURGERY, Urgency.URGENT);
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .receivedAt(LATER)
                .asking(Queue.NEUROSURGERY, Urgency.ROUTINE)
                .build();

        Routing routing = policy.route(before, revision, LATER);

        assertThat(only(routing).urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(only(routing).dueAt()).isEqualTo(RECEIVED.plus(Duration.ofDays(42)));
        assertThat(reason(routing)).isEqualTo(ChangeReason.URGENCY_LOWERED);
    }

    @Test
    void aRevisionThatAsksForTheSameChangesNothing() {
        AssessmentCase before = afterAsking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2");
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .build();

        Routing routing = policy.route(before, revision, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(routing.changes()).isEmpty();
    }

    @Test
    void otherRulesAreAVisibleChange() {
        AssessmentCase before = afterAsking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2");
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "CORD-1")
                .build();

        Routing routing = policy.route(before, revision, LATER);

        assertThat(only(routing).request().rules()).containsExactly("CORD-1");
        assertThat(reason(routing)).isEqualTo(ChangeReason.FINDINGS_CHANGED);
    }

    @Test
    void whatIsNoLongerAskedForIsWithdrawn() {
        AssessmentCase before = afterAsking(Queue.NEUROSURGERY, Urgency.URGENT);
        DecidedRevision revision = aDecision()
                .about(id)
                .ofRevision(2)
                .asking(Queue.PRIMARY_CARE, Urgency.ROUTINE)
                .build();

        Routing routing = policy.route(before, revision, LATER);

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
        AssessmentCase asked = afterAsking(Queue.NEUROSURGERY, Urgency.URGENT);
        AssessmentCase withdrawn = policy.route(
                        asked, aDecision().about(id).ofRevision(2).build(), NOW)
                .after();
        DecidedRevision again = aDecision()
                .about(id)
                .ofRevision(3)
                .receivedAt(LATER)
                .asking(Queue.NEUROSURGERY, Urgency.ROUTINE)
                .build();

        Referral second = only(policy.route(withdrawn, again, LATER));

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
                policy.route(AssessmentCase.unknown(id), newer, NOW).after();

        Routing routing = policy.route(before, older, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(routing.changes()).isEmpty();
        assertThat(routing.after()).isEqualTo(before);
    }

    @Test
    void ofTwoBodiesUnderOneRevisionTheMoreUrgentIsKeptWhicheverComesFirst() {
        DecidedRevision urgent = aDecision()
                .about(id)
                .withBody("a")
                .asking(Queue.NEUROSURGERY, Urgency.URGENT)
                .build();
        DecidedRevision emergency = aDecision()
                .about(id)
                .withBody("b")
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY)
                .build();

        Routing lost = policy.route(afterRouting(emergency), urgent, LATER);
        Routing won = policy.route(afterRouting(urgent), emergency, LATER);

        assertThat(lost.verdict()).isEqualTo(Verdict.CONFLICT_LOST);
        assertThat(lost.changes()).isEmpty();
        assertThat(won.verdict()).isEqualTo(Verdict.CONFLICT_WON);
        assertThat(open(won.after())).containsExactlyEntriesOf(Map.of(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY));
    }

    @Test
    void theSameBodyDecidedMoreUrgentlyRaisesAndAddsAndWithdrawsNothing() {
        AssessmentCase before = afterRouting(aDecision()
                .about(id)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1")
                .build());
        DecidedRevision again = aDecision()
                .about(id)
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .asking(Queue.NEUROSURGERY, Urgency.SOON, "NEURO-3")
                .build();

        Routing routing = policy.route(before, again, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.RAISED);
        assertThat(routing.stands()).isTrue();
        assertThat(open(routing.after()))
                .isEqualTo(Map.of(
                        Queue.EMERGENCY_DEPARTMENT,
                        Urgency.EMERGENCY,
                        Queue.NEUROSURGERY,
                        Urgency.URGENT,
                        Queue.PRIMARY_CARE,
                        Urgency.ROUTINE));
        assertThat(routing.after().referrals().values())
                .filteredOn(referral -> referral.request().primary())
                .extracting(Referral::queue)
                .containsExactly(Queue.EMERGENCY_DEPARTMENT);
        assertThat(policy.route(routing.after(), again, LATER).verdict()).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void theSameBodyDecidedLessUrgentlyStillAddsTheQueueThatOnlyItAsksFor() {
        AssessmentCase before = afterAsking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1");
        DecidedRevision again = aDecision()
                .about(id)
                .asking(Queue.ONCOLOGY, Urgency.SOON, "CANCER-3")
                .build();

        Routing routing = policy.route(before, again, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.RAISED);
        assertThat(routing.stands()).isFalse();
        assertThat(routing.after().standing()).isEqualTo(before.standing());
        assertThat(only(routing).queue()).isEqualTo(Queue.ONCOLOGY);
        assertThat(only(routing).request().primary()).isFalse();
    }

    @Test
    void anOlderRevisionThatWasReceivedFirstSetsTheClocksBackAndChangesNothingElse() {
        AssessmentCase before = afterRouting(aDecision()
                .about(id)
                .ofRevision(2)
                .receivedAt(LATER)
                .asking(Queue.ONCOLOGY, Urgency.URGENT)
                .build());
        DecidedRevision older = aDecision()
                .about(id)
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY)
                .build();

        Routing routing = policy.route(before, older, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(only(routing).dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24)));
        assertThat(only(routing).revision()).isEqualTo(2);
        assertThat(reason(routing)).isEqualTo(ChangeReason.RECEIVED_EARLIER);
        assertThat(open(routing.after())).isEqualTo(Map.of(Queue.ONCOLOGY, Urgency.URGENT));
    }

    static Map<Queue, Urgency> open(AssessmentCase standing) {
        return standing.referrals().values().stream()
                .filter(referral -> referral.state().isOpen())
                .collect(Collectors.toMap(Referral::queue, Referral::urgency));
    }

    private AssessmentCase afterAsking(Queue queue, Urgency urgency, String... rules) {
        return afterRouting(aDecision().about(id).asking(queue, urgency, rules).build());
    }

    private AssessmentCase afterRouting(DecidedRevision decision) {
        return policy.route(AssessmentCase.unknown(id), decision, NOW).after();
    }

    private static Referral only(Routing routing) {
        assertThat(routing.changes()).hasSize(1);
        return routing.changes().getFirst().referral();
    }

    private static ChangeReason reason(Routing routing) {
        return routing.changes().getFirst().reason();
    }
}
