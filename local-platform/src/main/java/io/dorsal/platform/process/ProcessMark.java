package io.dorsal.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Recognises a process again: a pid alone may meanwhile belong to another.
 *
 * @param startedAt when it started, as the system counts: in ticks since boot where there is {@code /proc}, since a wall
 *     clock that is set anew would make every process another one
 */
public record ProcessMark(long pid, String startedAt) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int START_TICKS = 19;

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startOf(process));
    }

    /** The process itself, if it still runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(Liveness::runs)
                .filter(process -> startOf(process).equals(startedAt));
    }

    /** As it is written down. */
    public String asText() {
        return pid + " " + startedAt + "\n";
    }

    static ProcessMark parse(String text) {
        String[] parts = text.strip().split(" ", 2);
        return new ProcessMark(Long.parseLong(parts[0]), parts[1]);
    }

    private static String startOf(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The name of the program comes first, in parentheses, and may hold spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[START_TICKS] + "@" + Files.readString(BOOT).strip();
        } catch (IOException noProc) {
            return Long.toString(
                    process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
        }
    }
}
