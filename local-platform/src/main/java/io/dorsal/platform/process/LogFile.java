package io.dorsal.platform.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/** The log of one run of a part; the run before is kept beside it. */
public record LogFile(Path path) {

    private static final int TAIL = 64 * 1024;
    private static final int LONGEST_LINE = 300;

    /** Begins a new log, and keeps the last one as {@code <name>.1}. */
    public LogFile begun() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(path);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that most likely says why the part stopped. */
    public String lastError() {
        List<String> lines = tail();
        String error = explanation(lines);
        if (error.isEmpty()) {
            error = last(lines, line -> line.startsWith("Caused by: "));
        }
        if (error.isEmpty()) {
            error = last(lines, LogFile::looksLikeAnError);
        }
        if (error.isEmpty()) {
            error = last(lines, line -> !line.isBlank());
        }
        return error.isEmpty() ? "it wrote no log" : shortened(error.strip());
    }

    /** Spring Boot explains a failed start in a paragraph of its own. */
    private static String explanation(List<String> lines) {
        int heading = lines.lastIndexOf("Description:");
        return heading < 0
                ? ""
                : lines.subList(heading + 1, lines.size()).stream()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("");
    }

    private static boolean looksLikeAnError(String line) {
        return line.contains("ERROR")
                || line.contains("FATAL")
                || line.contains("Error:")
                || line.contains("Exception");
    }

    private static String last(List<String> lines, Predicate<String> wanted) {
        return lines.reversed().stream().filter(wanted).findFirst().orElse("");
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private List<String> tail() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
