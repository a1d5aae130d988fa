package io.dorsal.platform.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the whole lines that were added to a log, also where a restart begins it anew. */
final class LogFollower implements AutoCloseable {

    private static final int PIECE = 1 << 20;

    private final Path path;
    private @Nullable RandomAccessFile file;
    private @Nullable Object identity;

    LogFollower(Path path) {
        this.path = path;
    }

    /** Hands over what was added since the last call. */
    void copyNew(Consumer<String> lines) throws IOException {
        if (file != null) {
            copy(file, lines);
        }
        if (Files.exists(path) && !identityOf(path).equals(identity)) {
            close();
            RandomAccessFile anew = new RandomAccessFile(path.toFile(), "r");
            identity = identityOf(path);
            file = anew;
            copy(anew, lines);
        }
    }

    private static void copy(RandomAccessFile file, Consumer<String> lines) throws IOException {
        long from = file.getFilePointer();
        while (from < file.length()) {
            byte[] added = new byte[(int) Math.min(PIECE, file.length() - from)];
            file.seek(from);
            file.readFully(added);
            int end = endOfLastLine(added);
            if (end == 0 && added.length < PIECE) {
                break;
            }
            int taken = end == 0 ? added.length : end;
            new String(added, 0, taken, StandardCharsets.UTF_8).lines().forEach(lines);
            from += taken;
        }
        file.seek(from);
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** A file of the same name that was begun anew is another file. */
    private static Object identityOf(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path : key;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
