package io.dorsal.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where each running part is written down, so that another launcher, or the next one, finds it. */
public final class RunDirectory {

    private static final String SUFFIX = ".pid";

    private final Path directory;

    public RunDirectory(Path directory) {
        this.directory = directory;
    }

    public void record(String part, ProcessHandle process) {
        try {
            Files.createDirectories(directory);
            Path draft = directory.resolve(part + ".tmp");
            Files.writeString(draft, ProcessMark.of(process).asText());
            Files.move(draft, file(part), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of that part, if it still runs. */
    public Optional<ProcessHandle> running(String part) {
        return read(file(part)).flatMap(ProcessMark::process);
    }

    /** All parts that still run, by name. */
    public Map<String, ProcessHandle> running() {
        Map<String, ProcessHandle> running = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return running;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .forEach(part -> running(part).ifPresent(process -> running.put(part, process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running;
    }

    private Path file(String part) {
        return directory.resolve(part + SUFFIX);
    }

    /** What is written down in a file; empty where nothing that makes sense is. */
    public static Optional<ProcessMark> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(ProcessMark.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException | RuntimeException torn) {
            return Optional.empty();
        }
    }
}
