package io.dorsal.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final Policy policy = SomePolicies.inTwoSteps().emergenciesOf("metro");

    @Test
    void theChainHasNoEnd() {
        List<Turn> turns = Stream.iterate(Turn.FIRST, policy::after).limit(5).toList();

        assertThat(turns)
                .containsExactly(new Turn(1, 1), new Turn(1, 2), new Turn(2, 1), new Turn(2, 2), new Turn(3, 1));
    }

    @Test
    void aTurnBeyondAPolicyThatWasShortenedIsItsLastStep() {
        assertThat(policy.at(new Turn(4, 9))).isEqualTo(policy.steps().getLast());
    }

    @Test
    void aNetworkWithoutAChainOfItsOwnFollowsTheCommonOne() {
        Policies policies = SomePolicies.inTwoSteps();

        assertThat(policies.emergenciesOf("nowhere")).isEqualTo(policies.elsewhere());
    }

    @Test
    void aStepThatTellsNobodyIsRefused() {
        assertThatThrownBy(() -> new Step(List.of(), Duration.ofMinutes(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void policiesWithoutAFallbackAreRefused() {
        assertThatThrownBy(() -> new Policies(Map.of(), policy, policy, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aContactWhoCannotBeReachedIsRefused() {
        assertThatThrownBy(() -> new Contact("nobody", "Nobody", null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
