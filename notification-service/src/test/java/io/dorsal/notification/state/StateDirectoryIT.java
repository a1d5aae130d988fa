package io.dorsal.notification.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryIT {

    @TempDir
    private Path parent;

    @Test
    void instancesOnOneMachineHaveDirectoriesOfTheirOwnAndFindThemAgain() throws IOException {
        StateDirectory first = StateDirectory.claim(parent);
        StateDirectory second = StateDirectory.claim(parent);
        assertThat(second.path()).isNotEqualTo(first.path());

        Path left = first.path();
        first.close();
        StateDirectory restarted = StateDirectory.claim(parent);

        assertThat(restarted.path()).isEqualTo(left);
        restarted.close();
        second.close();
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        try (StateDirectory directory = StateDirectory.claim(parent)) {
            assertThat(Files.getPosixFilePermissions(directory.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDiskThatForbidsItStopsNothing() throws IOException {
        try (StateDirectory nowhere = StateDirectory.claim(Path.of("/proc/nowhere"))) {
            assertThat(nowhere.path()).isNotNull();
        }
    }
}
