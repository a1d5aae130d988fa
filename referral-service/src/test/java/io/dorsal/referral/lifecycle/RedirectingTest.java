package io.dorsal.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedirectingTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Referrals referrals = Referrals.routedTo(Queue.NEUROSURGERY, Urgency.URGENT, DAY);

    @Test
    void itStandsInTheOtherQueueByTheSameClock() {
        referrals.at(Duration.ofHours(5)).after(Queue.NEUROSURGERY, to(Queue.SPINE_SURGERY));

        assertThat(referrals.in(Queue.NEUROSURGERY).state())
                .isEqualTo(new ReferralState.Redirected(Queue.SPINE_SURGERY));
        Referral moved = referrals.in(Queue.SPINE_SURGERY);
        assertThat(moved.state()).isEqualTo(new ReferralState.Routed());
        assertThat(moved.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(moved.dueAt()).isEqualTo(Referrals.NOW.plus(DAY));
        assertThat(moved.routedAt()).isEqualTo(Referrals.NOW);
        assertThat(moved.path()).containsExactly(Queue.NEUROSURGERY);
        assertThat(moved.request().rules()).containsExactly("NEUROSURGERY-1");
        assertThat(referrals.last().codedReason()).isEqualTo("ANOTHER_SPECIALTY");
    }

    @Test
    void itNeverComesToAQueueTwice() {
        referrals.after(Queue.NEUROSURGERY, to(Queue.SPINE_SURGERY)).after(Queue.SPINE_SURGERY, to(Queue.PHYSIATRY));

        assertThat(referrals.take(Queue.PHYSIATRY, to(Queue.NEUROSURGERY))).isInstanceOf(Taking.LoopRefused.class);
        assertThat(referrals.take(Queue.PHYSIATRY, to(Queue.SPINE_SURGERY))).isInstanceOf(Taking.LoopRefused.class);
        assertThat(referrals.take(Queue.PHYSIATRY, to(Queue.PHYSIATRY)))
                .isInstanceOfSatisfying(
                        Taking.LoopRefused.class,
                        refused -> assertThat(refused.possible())
                                .hasSize(Queue.values().length - 3)
                                .doesNotContain(Queue.NEUROSURGERY, Queue.SPINE_SURGERY, Queue.PHYSIATRY));
    }

    @Test
    void ontoAReferralOfTheSameAssessmentTheMoreUrgentAndTheEarlierWin() {
        referrals.route(Queue.SPINE_SURGERY, Urgency.SOON, Duration.ofDays(7));
        referrals.after(Queue.SPINE_SURGERY, new Action.Accept()).after(Queue.NEUROSURGERY, to(Queue.SPINE_SURGERY));

        Referral merged = referrals.in(Queue.SPINE_SURGERY);
        assertThat(merged.state()).isEqualTo(new ReferralState.Accepted());
        assertThat(merged.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(merged.dueAt()).isEqualTo(Referrals.NOW.plus(DAY));
        assertThat(merged.request().rules()).isEqualTo(List.of("SPINE_SURGERY-1", "NEUROSURGERY-1"));
        assertThat(merged.version()).isEqualTo(3);
        assertThat(referrals.last().reason()).isEqualTo(ChangeReason.MERGED);
        assertThat(referrals.take(Queue.SPINE_SURGERY, to(Queue.NEUROSURGERY))).isInstanceOf(Taking.LoopRefused.class);
    }

    @Test
    void aLessUrgentOneChangesNeitherUrgencyNorDueTimeOfTheOther() {
        referrals.route(Queue.SPINE_SURGERY, Urgency.SOON, Duration.ofDays(7));
        referrals.after(Queue.SPINE_SURGERY, to(Queue.NEUROSURGERY));

        assertThat(referrals.in(Queue.NEUROSURGERY).urgency()).isEqualTo(Urgency.URGENT);
        assertThat(referrals.in(Queue.NEUROSURGERY).dueAt()).isEqualTo(Referrals.NOW.plus(DAY));
    }

    @Test
    void ontoAClosedReferralItIsTheNextEpisode() {
        referrals.route(Queue.SPINE_SURGERY, Urgency.SOON, Duration.ofDays(7));
        referrals
                .after(Queue.SPINE_SURGERY, new Action.Cancel(Code.NO_LONGER_NEEDED))
                .after(Queue.NEUROSURGERY, to(Queue.SPINE_SURGERY));

        assertThat(referrals.in(Queue.SPINE_SURGERY).episode()).isEqualTo(2);
        assertThat(referrals.in(Queue.SPINE_SURGERY).state()).isEqualTo(new ReferralState.Routed());
    }

    @Test
    void whatWasToldToBeLateIsNotToldAgainElsewhere() {
        referrals.at(Duration.ofDays(2));
        LifeCycle.breach(referrals.in(Queue.NEUROSURGERY), referrals.now()).ifPresent(referrals::keep);
        referrals.after(Queue.NEUROSURGERY, to(Queue.SPINE_SURGERY));

        assertThat(referrals.in(Queue.SPINE_SURGERY).isOverdue(referrals.now())).isTrue();
        assertThat(LifeCycle.breach(referrals.in(Queue.SPINE_SURGERY), referrals.now()))
                .isEmpty();
    }

    private static Action to(Queue queue) {
        return new Action.Redirect(queue, Code.ANOTHER_SPECIALTY);
    }
}
