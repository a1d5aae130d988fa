package io.dorsal.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final FakePart part = new FakePart();
    private final Watch watch = new Watch(List.of(part));

    @Test
    void aPartThatHasNotStartedYetIsNoFailure() {
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aPartThatHasRunAndRunsNoMoreIsAFailureThatSaysHowItEnded() {
        part.runs = true;
        assertThat(watch.look()).isEmpty();

        part.runs = false;

        assertThat(watch.look())
                .map(PartFailure::sentence)
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).startsWith("fake stopped by itself (killed by signal 9): "));
    }

    private static final class FakePart implements Part {

        private boolean runs;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public void start() {
            runs = true;
        }

        @Override
        public void stop() {
            runs = false;
        }

        @Override
        public LogFile log() {
            return new LogFile(Path.of("no-such-directory/fake.log"));
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            return runs;
        }

        @Override
        public boolean runs() {
            return runs;
        }

        @Override
        public String ending() {
            return "killed by signal 9";
        }
    }
}
