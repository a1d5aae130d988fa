package io.dorsal.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReferralClockTest {

    private static final Queue QUEUE = Queue.ONCOLOGY;
    private static final Duration WEEK = Duration.ofDays(7);

    private final Referrals referrals = Referrals.routedTo(QUEUE, Urgency.SOON, WEEK);

    @Test
    void aPauseMovesTheDueTimeByItsLength() {
        referrals.at(Duration.ofDays(1)).after(QUEUE, pauseUntil(Duration.ofDays(4)));

        assertThat(referrals.in(QUEUE).dueAt())
                .isEqualTo(Referrals.NOW.plus(WEEK).plus(Duration.ofDays(3)));
        assertThat(referrals.in(QUEUE).clock().isPaused(referrals.now())).isTrue();
        assertThat(referrals.available(QUEUE, Party.SPECIALIST))
                .contains(ActionName.RESUME)
                .doesNotContain(ActionName.PAUSE);
    }

    @Test
    void aPauseThatEndsEarlyMovesItByAsMuchAsItTook() {
        referrals
                .after(QUEUE, pauseUntil(Duration.ofDays(4)))
                .at(Duration.ofDays(1))
                .after(QUEUE, new Action.Resume());

        assertThat(referrals.in(QUEUE).dueAt())
                .isEqualTo(Referrals.NOW.plus(WEEK).plus(Duration.ofDays(1)));
        assertThat(referrals.in(QUEUE).clock().isPaused(referrals.now())).isFalse();
    }

    @Test
    void aPauseEndsByItselfAtItsLimit() {
        referrals.after(QUEUE, pauseUntil(Duration.ofDays(4))).at(Duration.ofDays(4));

        assertThat(referrals.in(QUEUE).clock().isPaused(referrals.now())).isFalse();
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).doesNotContain(ActionName.RESUME);
    }

    @Test
    void allPausesTogetherHaveALimit() {
        referrals.after(QUEUE, pauseUntil(Duration.ofDays(20))).at(Duration.ofDays(20));

        assertThat(referrals.take(QUEUE, pauseUntil(Duration.ofDays(29))))
                .isEqualTo(new Taking.PauseRefused(Referrals.NOW.plus(Duration.ofDays(28))));
        assertThat(referrals.take(QUEUE, pauseUntil(Duration.ofDays(19)))).isInstanceOf(Taking.PauseRefused.class);
        referrals.after(QUEUE, pauseUntil(Duration.ofDays(28))).at(Duration.ofDays(28));
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).doesNotContain(ActionName.PAUSE);
    }

    @Test
    void anEmergencyAndWhatIsLateAreNotPaused() {
        Referrals emergency = Referrals.routedTo(QUEUE, Urgency.EMERGENCY, Duration.ofMinutes(15));
        referrals.at(Duration.ofDays(8));

        assertThat(emergency.available(QUEUE, Party.SPECIALIST)).doesNotContain(ActionName.PAUSE);
        assertThat(referrals.available(QUEUE, Party.SPECIALIST)).doesNotContain(ActionName.PAUSE);
    }

    @Test
    void aBreachIsToldOnceAndOnlyAfterTheDueTime() {
        assertThat(LifeCycle.breach(referrals.in(QUEUE), referrals.at(WEEK).now()))
                .isEmpty();

        referrals.at(WEEK.plusMillis(1));
        LifeCycle.breach(referrals.in(QUEUE), referrals.now()).ifPresent(referrals::keep);

        assertThat(referrals.last().reason()).isEqualTo(ChangeReason.BREACHED);
        assertThat(referrals.in(QUEUE).clock().breachedAt()).isEqualTo(referrals.now());
        assertThat(LifeCycle.breach(referrals.in(QUEUE), referrals.now())).isEmpty();
    }

    @Test
    void anEmergencyIsInTimeOnceItIsAcceptedAndAnythingElseOnceItIsOver() {
        Referrals emergency = Referrals.routedTo(QUEUE, Urgency.EMERGENCY, Duration.ofMinutes(15))
                .after(QUEUE, new Action.Accept())
                .at(Duration.ofHours(1));
        referrals.after(QUEUE, new Action.Accept()).at(Duration.ofDays(8));

        assertThat(emergency.in(QUEUE).isOverdue(emergency.now())).isFalse();
        assertThat(referrals.in(QUEUE).isOverdue(referrals.now())).isTrue();
    }

    private static Action pauseUntil(Duration sinceRouting) {
        return new Action.Pause(Code.RESULTS_AWAITED, Referrals.NOW.plus(sinceRouting));
    }
}
