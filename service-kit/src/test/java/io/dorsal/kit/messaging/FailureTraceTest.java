package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTraceTest {

    @Test
    void itSaysWhatHappenedWhereAndRepeatsNoText() {
        RuntimeException failure =
                new IllegalStateException("patient p-17", new IllegalArgumentException("value RETENTION"));

        assertThat(FailureTrace.of(failure))
                .contains("java.lang.IllegalStateException")
                .contains("caused by java.lang.IllegalArgumentException")
                .contains("FailureTraceTest")
                .doesNotContain("p-17")
                .doesNotContain("RETENTION");
    }
}
