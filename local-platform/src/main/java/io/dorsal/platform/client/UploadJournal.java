package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * Which lines of a file have been answered for good, so that an upload that was interrupted goes on where it was. A line
 * of which it does not know is uploaded again, which doubles nothing.
 */
public final class UploadJournal implements AutoCloseable {

    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";

    private final Path path;
    private final BufferedWriter writer;
    private final BitSet answered = new BitSet();
    private int accepted;
    private int refused;

    private UploadJournal(Path path, BufferedWriter writer) {
        this.path = path;
        this.writer = writer;
    }

    /** The journal at this place, new or with what it knows from before. */
    public static UploadJournal open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            UploadJournal journal = new UploadJournal(
                    path, Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            try (Stream<String> known = Files.lines(path)) {
                known.forEach(journal::recall);
            }
            return journal;
        } catch (IOException e) {
            throw new PartFailure("the journal of the upload, " + path + ", cannot be used", e);
        }
    }

    /** A last line that was written in part only is not known. */
    private void recall(String line) {
        String[] words = line.split(" ", 2);
        if (words.length == 2 && words[0].matches("\\d{1,9}")) {
            switch (words[1]) {
                case ACCEPTED -> count(Integer.parseInt(words[0]), true);
                case REFUSED -> count(Integer.parseInt(words[0]), false);
                default -> {
                    // Uploaded again.
                }
            }
        }
    }

    private void count(int number, boolean isAccepted) {
        if (!answered.get(number)) {
            answered.set(number);
            accepted += isAccepted ? 1 : 0;
            refused += isAccepted ? 0 : 1;
        }
    }

    boolean knows(int number) {
        return answered.get(number);
    }

    void answered(int number, boolean isAccepted) {
        try {
            writer.write("\n" + number + " " + (isAccepted ? ACCEPTED : REFUSED));
            count(number, isAccepted);
        } catch (IOException e) {
            throw new PartFailure("the journal of the upload, " + path + ", cannot be written", e);
        }
    }

    void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new PartFailure("the journal of the upload, " + path + ", cannot be written", e);
        }
    }

    /** How many lines were accepted, in all runs. */
    public int accepted() {
        return accepted;
    }

    /** How many lines were refused, in all runs. */
    public int refused() {
        return refused;
    }

    /** All is answered: nothing is left to go on with. */
    public void finish() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new PartFailure("the journal of the upload, " + path + ", cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new PartFailure("the journal of the upload, " + path + ", cannot be written", e);
        }
    }
}
