package io.dorsal.platform.process;

import java.time.Instant;
import java.util.Optional;

/** Recognises a process again: a pid alone may meanwhile belong to another. */
public record ProcessMark(long pid, Instant startedAt) {

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startOf(process));
    }

    /** The process itself, if it still runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(Liveness::runs)
                .filter(process -> startOf(process).equals(startedAt));
    }

    String asText() {
        return pid + " " + startedAt.toEpochMilli();
    }

    static ProcessMark parse(String text) {
        String[] parts = text.strip().split(" ", 2);
        return new ProcessMark(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
