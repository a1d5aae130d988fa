package io.dorsal.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.FileTrees;
import io.dorsal.platform.process.PortCheck;
import io.dorsal.platform.process.Strays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./dorsal} as a person types it, for an installation of its own on ports that nobody else uses. */
public final class LaunchedDorsal implements AutoCloseable {

    private static final int LOWEST_OFFSET = 200;
    private static final int HIGHEST_OFFSET = 900;
    private static final long PATIENCE_SECONDS = 180;

    private final Path state = Repository.path("system-tests/target/launched");
    private final int portOffset = freeOffset();

    /** An installation that nobody has started before. */
    public LaunchedDorsal() {
        try {
            FileTrees.delete(state);
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freeOffset() {
        return new Random()
                .ints(LOWEST_OFFSET, HIGHEST_OFFSET)
                .filter(offset -> allFree(Ports.shiftedBy(offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(Ports ports) {
        return Stream.of(ports.purposes(), ports.purposesOfServers())
                .flatMap(purposes -> purposes.keySet().stream())
                .allMatch(PortCheck::isFree);
    }

    /** Runs a command to its end. */
    public Said run(String... arguments) {
        try {
            Path out = Files.createTempFile(state, "out", "");
            Path err = Files.createTempFile(state, "err", "");
            Process process = start(out, err, arguments);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("./dorsal %s ends", String.join(" ", arguments))
                    .isTrue();
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command that goes on, its output in {@code target/launched/foreground.*}. */
    public Process start(String... arguments) {
        return start(state.resolve("foreground.out"), state.resolve("foreground.err"), arguments);
    }

    public String foregroundOutput() {
        return read("foreground.out");
    }

    public String foregroundErrors() {
        return read("foreground.err");
    }

    private String read(String file) {
        try {
            return Files.readString(state.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path out, Path err, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Repository.path("dorsal").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("DORSAL_STATE", state.toString());
        builder.environment().put("DORSAL_PORT_OFFSET", Integer.toString(portOffset));
        builder.environment().put("DORSAL_BUILT", "by this very build");
        builder.environment().put("DORSAL_LEARN", "no");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a part, or of the launcher, as it was written down. */
    public ProcessHandle process(String part) {
        try {
            String mark = Files.readString(state.resolve("run").resolve(part + ".pid"));
            return ProcessHandle.of(Long.parseLong(mark.split(" ", 2)[0])).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All processes of this installation, whoever knows of them. */
    public List<ProcessHandle> processes() {
        return Strays.of(state, Set.of(state.resolve("data/postgres").toString()));
    }

    public int port(Service service) {
        return Ports.shiftedBy(portOffset).of(service);
    }

    @Override
    public void close() {
        run("down");
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** How a command ended and what it printed. */
    public record Said(int exit, String out, String err) {}
}
