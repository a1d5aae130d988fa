package io.dorsal.platform.replay;

import io.dorsal.platform.process.FileTrees;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a replay finds one by one, kept in files of a directory of its own until the reports are written: any number of
 * cases takes no memory.
 */
final class Lists implements AutoCloseable {

    private static final String UNREADABLE = "unreadable";

    private final Path directory;
    private final Map<String, BufferedWriter> writers = new HashMap<>();

    private Lists(Path directory) {
        this.directory = directory;
    }

    /** Empty lists, in a new directory below this one. */
    static Lists below(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Lists(Files.createTempDirectory(parent, ".replaying"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Transition transition, LoweredCase lowered) {
        add(name(transition), lowered.line());
    }

    void add(UnreadableRecord unreadable) {
        add(UNREADABLE, unreadable.line());
    }

    /** Ends the adding. */
    void finish() {
        try {
            for (BufferedWriter writer : writers.values()) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over the lowered cases of a transition, in the order in which they came. */
    void lowered(Transition transition, Consumer<LoweredCase> cases) {
        read(name(transition), line -> cases.accept(LoweredCase.read(line)));
    }

    /** Hands over the records that could not be read. */
    void unreadable(Consumer<UnreadableRecord> records) {
        read(UNREADABLE, line -> records.accept(UnreadableRecord.read(line)));
    }

    private void add(String list, String line) {
        try {
            BufferedWriter writer = writers.get(list);
            if (writer == null) {
                writer = Files.newBufferedWriter(directory.resolve(list));
                writers.put(list, writer);
            }
            writer.write(line);
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String list, Consumer<String> lines) {
        if (!writers.containsKey(list)) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(directory.resolve(list))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Transition transition) {
        return transition.from() + "-" + transition.to();
    }

    /** Forgets them. */
    @Override
    public void close() {
        finish();
        try {
            FileTrees.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
