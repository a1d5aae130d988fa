package io.dorsal.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.SomePolicies;
import io.dorsal.notification.policy.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final Policies policies = SomePolicies.inTwoSteps();
    private final Policy policy = policies.emergenciesOf("metro");

    @Test
    void anAlertIsRaisedWithItsFirstStepAndTheNextDueAfterItsPatience() {
        Alert alert = raised();

        assertThat(alert.turn()).isEqualTo(Turn.FIRST);
        assertThat(alert.nextAt()).contains(NOW.plus(SomePolicies.PATIENCE));
        assertThat(alert.version()).isEqualTo(1);
    }

    @Test
    void whoAcknowledgesHoldsTheAlertAndTheChainRestsForAsLongAsTheLimit() {
        Change change = taken(raised().acknowledge("ada", SomePolicies.LIMITS, NOW));

        assertThat(change.alert().hold()).contains(new Hold("ada", NOW));
        assertThat(change.alert().nextAt()).contains(NOW.plus(Duration.ofMinutes(15)));
        assertThat(change.alert().goOn(policy, NOW.plus(Duration.ofMinutes(14))))
                .isEmpty();
        assertThat(change.previous()).isEqualTo(StateName.NOTIFYING);
    }

    @Test
    void acknowledgingTwiceChangesNothing() {
        Alert held =
                taken(raised().acknowledge("ada", SomePolicies.LIMITS, NOW)).alert();

        assertThat(held.acknowledge("ada", SomePolicies.LIMITS, NOW.plusSeconds(5)))
                .isEqualTo(new Acknowledging.AlreadyTheirs(held));
    }

    @Test
    void aSecondPersonLearnsWhoHoldsTheAlert() {
        Alert held =
                taken(raised().acknowledge("ada", SomePolicies.LIMITS, NOW)).alert();

        assertThat(held.acknowledge("ben", SomePolicies.LIMITS, NOW.plusSeconds(5)))
                .isEqualTo(new Acknowledging.HeldByAnother(held, new Hold("ada", NOW)));
    }

    @Test
    void aStepThatIsNotDueIsNotTaken() {
        assertThat(raised().goOn(policy, NOW.plusSeconds(179))).isEmpty();
    }

    @Test
    void aStepThatFellDueInAnOutageIsTakenOnceAndCountsFromNow() {
        Instant back = NOW.plus(Duration.ofHours(2));

        Alert alert = raised().goOn(policy, back).orElseThrow().alert();

        assertThat(alert.turn()).isEqualTo(new Turn(1, 2));
        assertThat(alert.nextAt()).contains(back.plus(SomePolicies.PATIENCE));
        assertThat(alert.goOn(policy, back)).isEmpty();
    }

    @Test
    void onlyTheFirstDeliveryIsAChange() {
        Alert delivered = raised().delivered(NOW.plusMillis(40)).orElseThrow().alert();

        assertThat(delivered.deliveredAt()).isEqualTo(NOW.plusMillis(40));
        assertThat(delivered.delivered(NOW.plusMillis(90))).isEmpty();
    }

    @Test
    void whatWasToldWithoutTheDatabaseIsMadeUpForAndTheChainGoesOnFromThere() {
        Change told = raised().toldUntil(NOW.plusSeconds(12), new Turn(2, 1)).orElseThrow();

        assertThat(told.what()).isEqualTo(What.DELIVERED);
        assertThat(told.alert().deliveredAt()).isEqualTo(NOW.plusSeconds(12));
        assertThat(told.alert().turn()).isEqualTo(new Turn(2, 1));
        assertThat(told.alert().toldUntil(NOW.plusSeconds(99), new Turn(1, 2))).isEmpty();
    }

    @Test
    void theChainOfAnAlertThatSomebodyHoldsGoesNowhere() {
        Alert held =
                taken(raised().acknowledge("ada", SomePolicies.LIMITS, NOW)).alert();

        assertThat(held.toldUntil(NOW, new Turn(5, 1)).orElseThrow().alert().turn())
                .isEqualTo(Turn.FIRST);
    }

    private Alert raised() {
        Decided decided = DecisionBuilder.anEmergency().build();
        return CaseFile.empty(new AssessmentId(UUID.randomUUID()))
                .learn(decided, policies, NOW)
                .file()
                .latestAlert()
                .orElseThrow();
    }

    private static Change taken(Acknowledging acknowledging) {
        return ((Acknowledging.Taken) acknowledging).change();
    }
}
