package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;
import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.AskedEnd;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What revisions and repetitions do to referrals on which people have acted. */
class RevisionsAfterActionsTest {

    private static final Queue QUEUE = Queue.NEUROSURGERY;
    private static final Instant LATER = Routings.LATER;
    private static final Action ACCEPTING = new Action.Accept();
    private static final Action REDIRECTING = new Action.Redirect(Queue.SPINE_SURGERY, Code.ANOTHER_SPECIALTY);

    private final Routings routings = new Routings();
    private final DecidedRevision first =
            decision(1).asking(QUEUE, Urgency.SOON, "NEURO-3").build();
    private final AssessmentCase routed = routings.afterRouting(first);

    @Test
    void anAcceptedReferralIsRaisedInPlace() {
        AssessmentCase accepted = routings.after(routed, QUEUE, ACCEPTING);

        Routing routing = route(accepted, decision(2).asking(QUEUE, Urgency.URGENT, "NEURO-2"));

        assertThat(Routings.only(routing).state()).isEqualTo(new ReferralState.Accepted());
        assertThat(Routings.only(routing).urgency()).isEqualTo(Urgency.URGENT);
        assertThat(Routings.only(routing).dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24)));
    }

    @Test
    void anAcceptedReferralThatIsNoLongerAskedForIsNeverWithdrawnButToBeConfirmed() {
        AssessmentCase accepted = routings.after(routed, QUEUE, ACCEPTING);

        Routing routing = route(accepted, decision(2));

        assertThat(Routings.only(routing).state()).isEqualTo(new ReferralState.Accepted());
        assertThat(Routings.only(routing).toConfirm()).isEqualTo(AskedEnd.WITHDRAWAL);
        assertThat(Routings.reason(routing)).isEqualTo(ChangeReason.NO_LONGER_ASKED_FOR);
        assertThat(route(routing.after(), decision(3)).changes()).isEmpty();
    }

    @Test
    void aWithdrawalThatNobodyHasConfirmedIsOverWhenItIsAskedForAgain() {
        AssessmentCase flagged =
                route(routings.after(routed, QUEUE, ACCEPTING), decision(2)).after();

        Routing routing = route(flagged, decision(3).asking(QUEUE, Urgency.SOON, "NEURO-3"));

        assertThat(Routings.only(routing).toConfirm()).isNull();
        assertThat(Routings.reason(routing)).isEqualTo(ChangeReason.ASKED_FOR_AGAIN);
    }

    @Test
    void aRepetitionOpensNothingThatPeopleHaveClosed() {
        AssessmentCase returned = routings.after(routed, QUEUE, new Action.Return(Code.WORK_UP_NEEDED, "CRP."));
        AssessmentCase cancelled = routings.after(routed, QUEUE, new Action.Cancel(Code.SEEN_ELSEWHERE));

        assertThat(routings.route(returned, first, LATER).changes()).isEmpty();
        assertThat(routings.route(cancelled, first, LATER).changes()).isEmpty();
        assertThat(routings.route(cancelled, first, LATER).verdict()).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void anotherDecisionOfTheSameBodyOpensWhatItAsksForAnewAndLeavesClosedWhatItDoesNot() {
        AssessmentCase cancelled = routings.after(routed, QUEUE, new Action.Cancel(Code.SEEN_ELSEWHERE));

        Routing more = route(
                cancelled,
                decision(1).asking(QUEUE, Urgency.SOON, "NEURO-3").asking(Queue.ONCOLOGY, Urgency.SOON, "CANCER-5"));
        Routing moreUrgent = route(cancelled, decision(1).asking(QUEUE, Urgency.EMERGENCY, "NEURO-1"));

        assertThat(Routings.only(more).queue()).isEqualTo(Queue.ONCOLOGY);
        assertThat(Routings.only(moreUrgent).queue()).isEqualTo(QUEUE);
        assertThat(Routings.only(moreUrgent).episode()).isEqualTo(2);
    }

    @Test
    void aRevisionThatAsksForAClosedReferralOpensItsNextEpisode() {
        AssessmentCase returned = routings.after(routed, QUEUE, new Action.Return(Code.WORK_UP_NEEDED, "CRP."));

        Routing routing = route(returned, decision(2).asking(QUEUE, Urgency.SOON, "NEURO-3"));

        assertThat(Routings.only(routing).episode()).isEqualTo(2);
        assertThat(Routings.only(routing).state()).isEqualTo(new ReferralState.Routed());
    }

    @Test
    void anAmendmentThatNoLongerAsksForItAnswersAReturn() {
        AssessmentCase returned = routings.after(routed, QUEUE, new Action.Return(Code.WORK_UP_NEEDED, "CRP."));

        Routing routing = route(returned, decision(2));

        assertThat(Routings.only(routing).state()).isEqualTo(new ReferralState.Withdrawn());
    }

    @Test
    void aRedirectedReferralStaysWhereItWasMovedAsLongAsNoMoreIsAskedFor() {
        AssessmentCase moved = routings.after(routed, QUEUE, REDIRECTING);

        Routing same = route(moved, decision(2).asking(QUEUE, Urgency.SOON, "NEURO-3"));
        Routing less = route(moved, decision(2).asking(QUEUE, Urgency.ROUTINE, "NEURO-3"));

        assertThat(same.changes()).isEmpty();
        assertThat(Routings.only(less).queue()).isEqualTo(Queue.SPINE_SURGERY);
        assertThat(Routings.only(less).urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void moreThanWhatWasRedirectedIsSeenByTheQueueThatItIsAskedOf() {
        AssessmentCase moved = routings.after(routed, QUEUE, REDIRECTING);

        Routing routing = route(moved, decision(2).asking(QUEUE, Urgency.EMERGENCY, "NEURO-1"));

        assertThat(Routings.only(routing).queue()).isEqualTo(QUEUE);
        assertThat(Routings.only(routing).episode()).isEqualTo(2);
        assertThat(Routings.open(routing.after()))
                .isEqualTo(Map.of(QUEUE, Urgency.EMERGENCY, Queue.SPINE_SURGERY, Urgency.SOON));
    }

    @Test
    void whatWasRedirectedIsWithdrawnWhenItsFirstQueueIsNoLongerAskedFor() {
        AssessmentCase moved = routings.after(routed, QUEUE, REDIRECTING);

        Routing routing = route(moved, decision(2));

        assertThat(Routings.only(routing).queue()).isEqualTo(Queue.SPINE_SURGERY);
        assertThat(Routings.only(routing).state()).isEqualTo(new ReferralState.Withdrawn());
    }

    @Test
    void whatTwoQueuesHaveBecomeAnswersBothRequests() {
        AssessmentCase both = routings.afterRouting(decision(1)
                .asking(QUEUE, Urgency.URGENT, "NEURO-2")
                .asking(Queue.SPINE_SURGERY, Urgency.SOON, "FRACTURE-1")
                .build());
        AssessmentCase merged = routings.after(both, QUEUE, REDIRECTING);

        Routing same = route(
                merged,
                decision(2)
                        .asking(QUEUE, Urgency.URGENT, "NEURO-2")
                        .asking(Queue.SPINE_SURGERY, Urgency.SOON, "FRACTURE-1"));
        Routing oneOnly = route(merged, decision(2).asking(Queue.SPINE_SURGERY, Urgency.SOON, "FRACTURE-1"));

        assertThat(same.changes()).isEmpty();
        assertThat(Routings.only(oneOnly).urgency()).isEqualTo(Urgency.SOON);
    }

    @Test
    void moreUrgencyEndsAPauseAndTheTimePausedCountsOn() {
        Instant until = Routings.NOW.plus(Duration.ofDays(5));
        AssessmentCase paused = routings.after(routed, QUEUE, new Action.Pause(Code.RESULTS_AWAITED, until));

        Referral raised = Routings.only(routings.route(
                paused,
                decision(2).asking(QUEUE, Urgency.URGENT, "NEURO-2").build(),
                Routings.NOW.plus(Duration.ofHours(3))));

        assertThat(raised.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24 + 3)));
    }

    private DecisionBuilder decision(int revision) {
        return aDecision().about(routings.id()).ofRevision(revision);
    }

    private Routing route(AssessmentCase before, DecisionBuilder decision) {
        return routings.route(before, decision.build(), LATER);
    }
}
