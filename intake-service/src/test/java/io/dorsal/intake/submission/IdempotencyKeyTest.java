package io.dorsal.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void everyVisibleAsciiCharacterMayStandInAKey() {
        assertThat(IdempotencyKey.of("!~\"\\{}|azAZ09")).isPresent();
        assertThat(IdempotencyKey.of("k".repeat(128))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "umlaut-ü", "nul\0", "line\n", "del\u007F"})
    void nothingElseMay(String text) {
        assertThat(IdempotencyKey.of(text)).isEmpty();
    }

    @Test
    void aKeyIsNoLongerThan128Characters() {
        assertThat(IdempotencyKey.of("k".repeat(129))).isEmpty();
    }

    @Test
    void aKeyOfAClinicNamesAUuidV5() {
        IdempotencyKey key = new IdempotencyKey("order-17");

        assertThat(key.assessmentId("north").version()).isEqualTo(5);
        assertThat(key.assessmentId("north"))
                .isEqualTo(new IdempotencyKey("order-17").assessmentId("north"))
                .isNotEqualTo(key.assessmentId("south"));
    }

    @Test
    void aKeyOfOurMakingNamesATimeOrderedIdThatItsTextNamesAgain() {
        IdempotencyKey made = IdempotencyKey.make();

        UUID id = made.assessmentId("north");

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(new IdempotencyKey(made.value()).assessmentId("north")).isEqualTo(id);
    }

    @Test
    void aKeyOfOurMakingLeadsAnotherClinicElsewhere() {
        IdempotencyKey made = IdempotencyKey.make();

        assertThat(made.assessmentId("south")).isNotEqualTo(made.assessmentId("north"));
    }

    /** A clinic that learns another's assessment id cannot name it by any key that looks like one of ours. */
    @Test
    void anAssessmentIdTakenForASeedLeadsElsewhere() {
        UUID id = IdempotencyKey.make().assessmentId("north");

        assertThat(new IdempotencyKey("retry-" + id).assessmentId("south")).isNotEqualTo(id);
        assertThat(new IdempotencyKey("retry-" + id).assessmentId("north")).isNotEqualTo(id);
        assertThat(new IdempotencyKey(id.toString()).assessmentId("south")).isNotEqualTo(id);
    }
}
