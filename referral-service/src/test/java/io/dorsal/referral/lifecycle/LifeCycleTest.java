package io.dorsal.referral.lifecycle;

import static io.dorsal.referral.lifecycle.ActionName.ACCEPT;
import static io.dorsal.referral.lifecycle.ActionName.CANCEL;
import static io.dorsal.referral.lifecycle.ActionName.COMPLETE;
import static io.dorsal.referral.lifecycle.ActionName.CONFIRM;
import static io.dorsal.referral.lifecycle.ActionName.NO_SHOW;
import static io.dorsal.referral.lifecycle.ActionName.PAUSE;
import static io.dorsal.referral.lifecycle.ActionName.REDIRECT;
import static io.dorsal.referral.lifecycle.ActionName.RETURN;
import static io.dorsal.referral.lifecycle.ActionName.SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest {

    private static final Queue QUEUE = Queue.RHEUMATOLOGY;
    private static final Instant APPOINTMENT = Referrals.NOW.plus(Duration.ofDays(3));
    private static final Action ACCEPTING = new Action.Accept();
    private static final Action SCHEDULING = new Action.Schedule(APPOINTMENT, "Building 4");
    private static final Action CANCELLING = new Action.Cancel(Code.SEEN_ELSEWHERE);

    private final Referrals referrals = Referrals.routedTo(QUEUE, Urgency.SOON, Duration.ofDays(7));

    @Test
    void aReferralIsAcceptedScheduledAndCompletedWithAnOutcome() {
        referrals.after(QUEUE, ACCEPTING, SCHEDULING, new Action.Complete(Code.TREATED));

        Referral referral = referrals.in(QUEUE);
        assertThat(referral.state()).isEqualTo(new ReferralState.Completed(Code.TREATED));
        assertThat(referral.version()).isEqualTo(4);
        assertThat(referrals.last().codedReason()).isEqualTo("TREATED");
        assertThat(referrals.last().actor()).isEqualTo("somebody");
        assertThat(referrals.available(QUEUE, Party.SPECIALIST, Party.CLINIC)).isEmpty();
    }

    @Test
    void whatIsAvailableFollowsTheState() {
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).containsExactly(ACCEPT, RETURN, REDIRECT, PAUSE);
        assertThat(referrals.available(QUEUE, Party.CLINIC)).containsExactly(CANCEL);

        referrals.after(QUEUE, ACCEPTING);
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).containsExactly(SCHEDULE, RETURN, REDIRECT, PAUSE);

        referrals.after(QUEUE, SCHEDULING);
        assertThat(referrals.available(QUEUE, Party.SPECIALIST))
                .containsExactly(SCHEDULE, COMPLETE, RETURN, REDIRECT, NO_SHOW, PAUSE);
    }

    @ParameterizedTest
    @EnumSource(ActionName.class)
    void whatIsNotAvailableIsRefusedInEveryState(ActionName name) {
        Action action = example(name);
        for (Action[] way : waysToEachState()) {
            Referrals some =
                    Referrals.routedTo(QUEUE, Urgency.SOON, Duration.ofDays(7)).after(QUEUE, way);
            boolean isAvailable =
                    some.available(QUEUE, Party.SPECIALIST, Party.CLINIC).contains(name);
            assertThat(some.take(QUEUE, action) instanceof Taking.Illegal)
                    .as("%s in %s", name, some.in(QUEUE).state())
                    .isEqualTo(!isAvailable);
        }
    }

    @Test
    void whoDidNotComeIsScheduledAgain() {
        referrals.after(QUEUE, ACCEPTING, SCHEDULING, new Action.NoShow());

        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.NoShow(APPOINTMENT, "Building 4"));
        assertThat(referrals.in(QUEUE).state().isOpen()).isTrue();
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).contains(SCHEDULE);
    }

    @Test
    void aReturnGoesBackWithAdviceAndIsClosedByTheClinic() {
        referrals.after(QUEUE, ACCEPTING, new Action.Return(Code.WORK_UP_NEEDED, "Please repeat CRP."));

        assertThat(referrals.in(QUEUE).state())
                .isEqualTo(new ReferralState.Returned(Code.WORK_UP_NEEDED, "Please repeat CRP."));
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).isEmpty();

        referrals.after(QUEUE, new Action.Cancel(Code.ADVICE_FOLLOWED));
        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Cancelled());
    }

    @Test
    void theClinicCancelsAtOnceWhatNobodyHasAccepted() {
        referrals.after(QUEUE, CANCELLING);

        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Cancelled());
        assertThat(referrals.last().codedReason()).isEqualTo("SEEN_ELSEWHERE");
    }

    @Test
    void aCancellationOfWhatWasAcceptedIsConfirmedByTheSpecialist() {
        referrals.after(QUEUE, ACCEPTING, CANCELLING);

        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Accepted());
        assertThat(referrals.in(QUEUE).toConfirm()).isEqualTo(AskedEnd.CANCELLATION);
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).contains(CONFIRM);
        assertThat(referrals.available(QUEUE, Party.CLINIC)).isEmpty();

        referrals.after(QUEUE, new Action.Confirm());
        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Cancelled());
        assertThat(referrals.in(QUEUE).toConfirm()).isNull();
    }

    @Test
    void aWithdrawalOfWhatWasAcceptedIsConfirmedByTheSpecialist() {
        referrals.after(QUEUE, ACCEPTING);
        LifeCycle.withdraw(referrals.in(QUEUE), 2, referrals.now()).ifPresent(referrals::keep);

        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Accepted());
        assertThat(LifeCycle.withdraw(referrals.in(QUEUE), 3, referrals.now())).isEmpty();

        referrals.after(QUEUE, new Action.Confirm());
        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Withdrawn());
        assertThat(referrals.last().reason()).isEqualTo(ChangeReason.WITHDRAWAL_CONFIRMED);
    }

    @Test
    void whatIsAskedToEndMayStillBeSeenThrough() {
        referrals.after(QUEUE, ACCEPTING, CANCELLING, SCHEDULING, new Action.Complete(Code.TREATED));

        assertThat(referrals.in(QUEUE).state()).isEqualTo(new ReferralState.Completed(Code.TREATED));
        assertThat(referrals.in(QUEUE).toConfirm()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ActionName.class)
    void whateverAsksForACodeHasSomeToChooseFrom(ActionName name) {
        boolean asks = example(name).code().isPresent();

        assertThat(Code.of(name).findAny().isPresent()).isEqualTo(asks);
    }

    private static Action[][] waysToEachState() {
        Action complete = new Action.Complete(Code.TREATED);
        return new Action[][] {
            {},
            {ACCEPTING},
            {ACCEPTING, SCHEDULING},
            {ACCEPTING, SCHEDULING, new Action.NoShow()},
            {ACCEPTING, SCHEDULING, complete},
            {ACCEPTING, CANCELLING},
            {ACCEPTING, CANCELLING, new Action.Confirm()},
            {CANCELLING},
            {new Action.Pause(Code.RESULTS_AWAITED, APPOINTMENT)},
            {new Action.Redirect(Queue.PHYSIATRY, Code.ANOTHER_SPECIALTY)},
            {new Action.Return(Code.CARE_AT_CLINIC, "By your advice.")}
        };
    }

    private static Action example(ActionName name) {
        return switch (name) {
            case ACCEPT -> ACCEPTING;
            case SCHEDULE -> SCHEDULING;
            case COMPLETE -> new Action.Complete(Code.TREATED);
            case RETURN -> new Action.Return(Code.WORK_UP_NEEDED, "Advice.");
            case REDIRECT -> new Action.Redirect(Queue.PHYSIATRY, Code.ANOTHER_SPECIALTY);
            case CANCEL -> CANCELLING;
            case CONFIRM -> new Action.Confirm();
            case NO_SHOW -> new Action.NoShow();
            case PAUSE -> new Action.Pause(Code.RESULTS_AWAITED, APPOINTMENT);
            case RESUME -> new Action.Resume();
        };
    }
}
