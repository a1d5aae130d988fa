package io.dorsal.platform.jvm;

import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time cache of one JVM. The first run records what it loads; once it is ready the recording ends
 * while the process lives on, and the cache is assembled from it by a process of low priority. A later run starts from
 * the cache in less than half the time. It is never more than a help: where it is missing, broken or does not fit, the
 * JVM starts without it.
 */
public final class StartCache {

    private final JvmLaunch launch;
    private final Path home;
    private final Path directory;
    private final Path cache;
    private final Path recording;

    StartCache(Path home, JvmLaunch launch) {
        this.launch = launch;
        this.home = home;
        this.directory = home.resolve(Fingerprint.of(launch));
        this.cache = directory.resolve("start.aot");
        this.recording = directory.resolve("recording");
    }

    /** What the JVM is to be told: to use the cache, or else to record if that is wanted. */
    List<String> options(boolean record) {
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        if (!record || isRecorded()) {
            return List.of();
        }
        try {
            dropOthers();
            Files.createDirectories(directory);
        } catch (IOException e) {
            return List.of();
        }
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
    }

    boolean wanted() {
        return !Files.exists(cache);
    }

    /** Ends the recording of a running JVM. One that cannot do that ends it when it exits. */
    void endRecording(long pid) {
        if (!Files.exists(cache) && !isRecorded()) {
            Child.run(List.of(Jdk.jcmd(), Long.toString(pid), "AOT.end_recording"), Map.of());
        }
    }

    /** Makes the cache of the recording, if there is one; the failure of that is no failure of anything else. */
    void assemble() {
        if (Files.exists(cache) || !isRecorded()) {
            return;
        }
        Path draft = directory.resolve("draft-" + ProcessHandle.current().pid());
        List<String> command = Stream.concat(
                        Stream.of("nice", "-n", "19"),
                        launch
                                .assembly(List.of(
                                        "-XX:AOTMode=create",
                                        "-XX:AOTConfiguration=" + recording,
                                        "-XX:AOTCache=" + draft))
                                .stream())
                .toList();
        Child.Outcome outcome = Child.run(command, Map.of());
        try {
            if (outcome.ok() && Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(recording);
            } else {
                Files.move(recording, directory.resolve("recording.refused"), StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(
                        directory.resolve("refused.log"), String.join(" ", command) + "\n" + outcome.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM makes the file when it starts, and fills it when the recording ends. */
    private boolean isRecorded() {
        return recording.toFile().length() > 0;
    }

    private void dropOthers() throws IOException {
        if (Files.isDirectory(home)) {
            try (Stream<Path> others = Files.list(home)) {
                for (Path other : others.filter(path -> !path.equals(directory)).toList()) {
                    FileTrees.delete(other);
                }
            }
        }
    }
}
