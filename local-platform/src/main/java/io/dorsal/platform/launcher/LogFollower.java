package io.dorsal.platform.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads the whole lines that were added to a log. */
final class LogFollower implements AutoCloseable {

    private final RandomAccessFile file;

    LogFollower(Path path, long from) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        file.seek(Math.min(from, file.length()));
    }

    void copyNew(Consumer<String> lines) throws IOException {
        long from = file.getFilePointer();
        byte[] added = new byte[(int) Math.min(1 << 20, file.length() - from)];
        file.readFully(added);
        int end = added.length;
        while (end > 0 && added[end - 1] != '\n') {
            end--;
        }
        new String(added, 0, end, StandardCharsets.UTF_8).lines().forEach(lines);
        file.seek(from + end);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
