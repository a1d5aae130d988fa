package io.dorsal.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    private final List<String> seen = new ArrayList<>();

    @TempDir
    private Path directory;

    private Path log = Path.of("");

    @BeforeEach
    void nameTheLog() {
        log = directory.resolve("part.log");
    }

    @Test
    void everyLineOfALongLogIsSeenOnce() throws IOException {
        List<String> lines = IntStream.range(0, 50_000)
                .mapToObj(number -> "line " + number + " ä".repeat(10))
                .toList();
        Files.writeString(log, lines.stream().collect(Collectors.joining("\n", "", "\n")));

        try (LogFollower follower = new LogFollower(log)) {
            follower.copyNew(seen::add);
            follower.copyNew(seen::add);
        }

        assertThat(seen).isEqualTo(lines);
    }

    @Test
    void aLineIsSeenOnceItIsWhole() throws IOException {
        Files.writeString(log, "first\nsec");

        try (LogFollower follower = new LogFollower(log)) {
            follower.copyNew(seen::add);
            Files.writeString(log, "ond\n", StandardOpenOption.APPEND);
            follower.copyNew(seen::add);
        }

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void aLogThatBeginsAnewIsFollowedOn() throws IOException {
        Files.writeString(log, "before\n");

        try (LogFollower follower = new LogFollower(log)) {
            follower.copyNew(seen::add);
            new LogFile(log).begun();
            Files.writeString(log, "after\n", StandardOpenOption.APPEND);
            follower.copyNew(seen::add);
        }

        assertThat(seen).containsExactly("before", "after");
    }

    @Test
    void aLogThatIsNotThereYetIsWaitedFor() throws IOException {
        try (LogFollower follower = new LogFollower(log)) {
            follower.copyNew(seen::add);
            Files.writeString(log, "now\n");
            follower.copyNew(seen::add);
        }

        assertThat(seen).containsExactly("now");
    }
}
