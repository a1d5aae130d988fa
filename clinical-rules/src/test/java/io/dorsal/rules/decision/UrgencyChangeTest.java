package io.dorsal.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UrgencyChangeTest {

    private static final Finding CES = finding("CES-1", Urgency.EMERGENCY);
    private static final Finding CANCER = finding("CANCER-3", Urgency.URGENT);
    private static final Finding FRACTURE = finding("FRACTURE-1", Urgency.SOON);

    @Test
    void whatIsMissedIsLoweredAndTheRulesAboveTheNewUrgencyAccountForIt() {
        UrgencyChange change = UrgencyChange.between(List.of(CES, CANCER, FRACTURE), List.of(FRACTURE))
                .orElseThrow();

        assertThat(change).isEqualTo(new UrgencyChange(Urgency.EMERGENCY, Urgency.SOON, List.of("CES-1", "CANCER-3")));
        assertThat(change.isLowered()).isTrue();
        assertThat(change.rule()).isEqualTo("CES-1");
    }

    @Test
    void whatIsFoundInAdditionIsRaisedByIt() {
        UrgencyChange change = UrgencyChange.between(List.of(FRACTURE), List.of(CANCER, FRACTURE))
                .orElseThrow();

        assertThat(change).isEqualTo(new UrgencyChange(Urgency.SOON, Urgency.URGENT, List.of("CANCER-3")));
        assertThat(change.isLowered()).isFalse();
    }

    @Test
    void aRuleThatIsLessUrgentThanBeforeAccountsForTheChange() {
        UrgencyChange change = UrgencyChange.between(List.of(CES), List.of(finding("CES-1", Urgency.SOON)))
                .orElseThrow();

        assertThat(change.rules()).containsExactly("CES-1");
    }

    @Test
    void otherRulesOfTheSameUrgencyAreNoChange() {
        assertThat(UrgencyChange.between(List.of(FRACTURE), List.of(finding("OTHER-1", Urgency.SOON))))
                .isEmpty();
    }

    private static Finding finding(String rule, Urgency urgency) {
        return new Finding(rule, rule, urgency, List.of(), List.of(), null, List.of(), false);
    }
}
