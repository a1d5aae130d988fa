package io.dorsal.kit.lag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience();

    @Test
    void bulkYieldsAtOnceAndGoesOnAfterThreeQuietLooksInARow() {
        assertThat(patience.yieldsAfter(false)).isFalse();
        assertThat(patience.yieldsAfter(true)).isTrue();
        assertThat(patience.hasChanged()).isTrue();
        assertThat(patience.yieldsAfter(false)).isTrue();
        assertThat(patience.yieldsAfter(false)).isTrue();
        assertThat(patience.hasChanged()).isFalse();
        assertThat(patience.yieldsAfter(false)).isFalse();
        assertThat(patience.hasChanged()).isTrue();
    }

    @Test
    void aLaneThatIsHeldUpOnAndOffDoesNotMakeBulkStopAndGo() {
        patience.yieldsAfter(true);
        for (int look = 0; look < 10; look++) {
            assertThat(patience.yieldsAfter(look % 3 == 2)).isTrue();
            assertThat(patience.hasChanged()).isFalse();
        }
    }
}
