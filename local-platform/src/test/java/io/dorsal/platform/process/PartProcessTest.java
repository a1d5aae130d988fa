package io.dorsal.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    @TempDir
    private Path directory;

    @Test
    void anotherLauncherFindsWhatThisOneStarted() throws IOException {
        Process process = sleeping();
        new PartProcess("part", new RunDirectory(directory)).started(process);

        PartProcess seenByAnother = new PartProcess("part", new RunDirectory(directory));

        assertThat(seenByAnother.running()).contains(process.toHandle());
        process.destroyForcibly();
    }

    @Test
    void whatWasStartedHereIsKnownThoughItsNoteIsGone() throws IOException {
        Process process = sleeping();
        PartProcess part = new PartProcess("part", new RunDirectory(directory));
        part.started(process);

        FileTrees.delete(directory);

        assertThat(part.running()).contains(process.toHandle());
        process.destroyForcibly();
    }

    @Test
    void aKilledProcessSaysByWhatSignal() throws IOException, InterruptedException {
        Process process = sleeping();
        PartProcess part = new PartProcess("part", new RunDirectory(directory));
        part.started(process);

        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertThat(part.running()).isEmpty();
        assertThat(part.ending()).isEqualTo("killed by signal 9");
    }

    @Test
    void aPidThatBelongsToAnotherProcessByNowIsNotTakenForThePart() throws IOException {
        long pid = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("part.pid"), pid + " started-at-another-time\n");

        assertThat(new PartProcess("part", new RunDirectory(directory)).running())
                .isEmpty();
    }

    @Test
    void aTornNoteIsNoProcess() throws IOException {
        Files.writeString(directory.resolve("part.pid"), "12");

        assertThat(new PartProcess("part", new RunDirectory(directory)).running())
                .isEmpty();
    }

    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
