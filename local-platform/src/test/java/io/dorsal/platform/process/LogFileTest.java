package io.dorsal.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    @Test
    void aFailedStartIsExplainedAsSpringBootExplainsIt() throws IOException {
        LogFile log = logOf(
                "Started\nERROR something\n\nDescription:\n\nPort 8081 was already in use.\n\nAction:\n\nStop it.\n");

        assertThat(log.lastError()).isEqualTo("Port 8081 was already in use.");
    }

    @Test
    void theLastCauseOfATraceIsTheReason() throws IOException {
        LogFile log = logOf("Exception in thread main\nCaused by: first\n\tat x\nCaused by: last\n\tat y\n");

        assertThat(log.lastError()).isEqualTo("Caused by: last");
    }

    @Test
    void aLogWithoutErrorsEndsWithItsLastLine() throws IOException {
        assertThat(logOf("one\ntwo\n\n").lastError()).isEqualTo("two");
    }

    @Test
    void aLogThatWasNeverWrittenSaysSo() {
        assertThat(new LogFile(directory.resolve("none.log")).lastError()).isEqualTo("it wrote no log");
    }

    @Test
    void aNewRunKeepsTheLogOfTheOneBefore() throws IOException {
        LogFile log = logOf("before\n");

        log.begun();

        assertThat(log.path()).isEmptyFile();
        assertThat(directory.resolve("part.log.1")).hasContent("before");
    }

    private LogFile logOf(String text) throws IOException {
        return new LogFile(Files.writeString(directory.resolve("part.log"), text));
    }
}
