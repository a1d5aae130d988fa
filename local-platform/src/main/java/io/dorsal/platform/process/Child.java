package io.dorsal.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts processes that a terminal's Ctrl-C or hang-up does not reach: it goes to every process of the foreground, and
 * the parts must stop in order. Each gets a session of its own where that can be had; else it ignores both signals,
 * which stays so across exec, and which a JVM respects.
 */
public final class Child {

    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec $(command -v setsid) \"$@\"", "sh");

    private Child() {}

    /** Starts a command in a directory, with its output in a log that begins anew. */
    public static Process start(List<String> command, Map<String, String> environment, Path directory, LogFile log) {
        List<String> wrapped = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        wrapped.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(wrapped)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(log.begun().path().toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a short command to its end and returns its output. */
    public static Outcome run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while running " + command.getFirst(), e);
        }
    }

    /** How a short command ended. */
    public record Outcome(int exit, String output) {

        public boolean ok() {
            return exit == 0;
        }
    }
}
