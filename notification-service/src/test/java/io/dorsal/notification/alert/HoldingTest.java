package io.dorsal.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.SomePolicies;
import io.dorsal.notification.policy.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoldingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final HolderStep CONTACTED = new HolderStep.PatientContacted();
    private static final HolderStep CLOSE = new HolderStep.Close(ClosingOutcome.HANDED_OVER);

    private final Policies policies = SomePolicies.inTwoSteps();
    private final Policy policy = policies.emergenciesOf("metro");

    @Test
    void anAlertThatNobodyHoldsCanOnlyBeAcknowledged() {
        assertThat(raised().availableTo("ada")).containsExactly(AlertAction.ACKNOWLEDGE);
        assertThat(taken(raised(), CONTACTED, "ada")).isEmpty();
    }

    @Test
    void whoHoldsItReachesThePatientAndThenClosesIt() {
        Alert contacted = taken(held(), CONTACTED, "ada").orElseThrow().alert();
        Alert closed = taken(contacted, CLOSE, "ada").orElseThrow().alert();

        assertThat(contacted.nextAt()).contains(LATER.plus(Duration.ofMinutes(60)));
        assertThat(closed.state())
                .isEqualTo(new AlertState.Closed(new Hold("ada", NOW), LATER, ClosingOutcome.HANDED_OVER));
        assertThat(closed.nextAt()).isEmpty();
        assertThat(closed.availableTo("ada")).isEmpty();
    }

    @Test
    void noPatientIsHandedOverWhoWasNotReached() {
        assertThat(taken(held(), CLOSE, "ada")).isEmpty();
    }

    @Test
    void anUnreachablePatientIsWrittenDownAndTheLimitGoesOn() {
        Change tried = taken(held(), new HolderStep.Unreachable(), "ada").orElseThrow();

        assertThat(tried.what()).isEqualTo(What.PATIENT_UNREACHABLE);
        assertThat(tried.alert().state()).isEqualTo(held().state());
        assertThat(tried.alert().version()).isEqualTo(held().version() + 1);
    }

    @Test
    void whoTakesTooLongToReachThePatientLosesTheAlertToTheNextRound() {
        assertThat(held().goOn(policy, NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isEmpty();

        Change again = held().goOn(policy, NOW.plus(Duration.ofMinutes(15))).orElseThrow();

        assertThat(again.what()).isEqualTo(What.NOT_CONTACTED_IN_TIME);
        assertThat(again.alert().state().name()).isEqualTo(StateName.NOTIFYING);
        assertThat(again.alert().turn()).isEqualTo(new Turn(2, 1));
        assertThat(again.alert().hold()).isEmpty();
    }

    @Test
    void whoTakesTooLongToCloseItLosesItToo() {
        Alert contacted = taken(held(), CONTACTED, "ada").orElseThrow().alert();

        Change again =
                contacted.goOn(policy, LATER.plus(Duration.ofMinutes(60))).orElseThrow();

        assertThat(again.what()).isEqualTo(What.NOT_CLOSED_IN_TIME);
        assertThat(again.alert().turn()).isEqualTo(new Turn(2, 1));
    }

    @Test
    void aReassignedAlertIsTheOthersAndTheLimitGoesOn() {
        Change passed = taken(held(), new HolderStep.Reassign("ben"), "ada").orElseThrow();

        assertThat(passed.what()).isEqualTo(What.REASSIGNED);
        assertThat(passed.alert().hold()).contains(new Hold("ben", LATER));
        assertThat(passed.alert().nextAt()).isEqualTo(held().nextAt());
        assertThat(taken(passed.alert(), CONTACTED, "ada")).isEmpty();
        assertThat(taken(passed.alert(), CONTACTED, "ben")).isPresent();
    }

    @Test
    void anotherPersonCanTakeItOverAndNothingElse() {
        assertThat(held().availableTo("ben")).containsExactly(AlertAction.REASSIGN);
        assertThat(taken(held(), new HolderStep.Reassign("ben"), "ben")).isPresent();
    }

    @Test
    void anAlertAboutNoPatientIsClosedAtOnceAndHasNoLimit() {
        Alert operations = held(AlertKind.OPERATIONS);

        assertThat(operations.nextAt()).isEmpty();
        assertThat(operations.availableTo("ada")).containsExactly(AlertAction.CLOSE, AlertAction.REASSIGN);
        assertThat(taken(operations, CLOSE, "ada")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAvailableIsWhatIsAccepted(AlertAction action) {
        List<HolderStep> steps =
                List.of(CONTACTED, new HolderStep.Unreachable(), new HolderStep.Reassign("ben"), CLOSE);
        Alert contacted = taken(held(), CONTACTED, "ada").orElseThrow().alert();

        for (Alert alert : List.of(raised(), held(), contacted)) {
            for (HolderStep step : steps) {
                if (step.action() == action) {
                    assertThat(taken(alert, step, "ada").isPresent())
                            .isEqualTo(alert.availableTo("ada").contains(action));
                }
            }
        }
    }

    private Optional<Change> taken(Alert alert, HolderStep step, String by) {
        return alert.take(step, by, SomePolicies.LIMITS, LATER);
    }

    private Alert held() {
        return held(AlertKind.EMERGENCY);
    }

    private Alert held(AlertKind kind) {
        return ((Acknowledging.Taken) raised(kind).acknowledge("ada", SomePolicies.LIMITS, NOW))
                .change()
                .alert();
    }

    private Alert raised() {
        return raised(AlertKind.EMERGENCY);
    }

    private Alert raised(AlertKind kind) {
        return Alert.raise(
                        new AlertId(new UUID(0, 7)),
                        new AssessmentId(new UUID(0, 1)),
                        1,
                        new Origin("north", "metro", false),
                        new Cause(kind, 1, Urgency.EMERGENCY, List.of("CES-1"), "Cauda equina syndrome", NOW),
                        policy,
                        NOW)
                .alert();
    }
}
