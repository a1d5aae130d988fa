package io.dorsal.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void onATerminalTheLineIsWrittenOver() {
        ReplayProgress progress = new ReplayProgress(new PrintWriter(text), true, () -> now);

        progress.begin(4000);
        after(Duration.ofSeconds(1));
        progress.advanced(1000);
        after(Duration.ofMillis(1));
        progress.advanced(1001);
        after(Duration.ofMillis(999));
        progress.advanced(4000);
        progress.end();

        assertThat(text.toString().lines().filter(line -> !line.isBlank()).map(String::strip))
                .startsWith("1,000 of 4,000 records, 25 %, 1,000 a second")
                .contains("4,000 of 4,000 records, 100 %, 2,000 a second");
        assertThat(text.toString()).startsWith("\r").doesNotContain("1,001");
    }

    @Test
    void elsewhereThereIsALineNowAndThenAndOneAtTheEnd() {
        ReplayProgress progress = new ReplayProgress(new PrintWriter(text), false, () -> now);

        progress.begin(4000);
        after(Duration.ofSeconds(2));
        progress.advanced(1000);
        after(Duration.ofSeconds(8));
        progress.advanced(2000);
        after(Duration.ofSeconds(1));
        progress.advanced(4000);
        progress.end();

        assertThat(text.toString().lines())
                .containsExactly(
                        "  2,000 of 4,000 records, 50 %, 200 a second",
                        "  4,000 of 4,000 records, 100 %, 363 a second");
    }

    @Test
    void ofNothingNothingIsTold() {
        ReplayProgress progress = new ReplayProgress(new PrintWriter(text), true, () -> now);

        progress.begin(0);
        progress.end();

        assertThat(text.toString()).isEmpty();
    }

    private void after(Duration pause) {
        now += pause.toNanos();
    }
}
