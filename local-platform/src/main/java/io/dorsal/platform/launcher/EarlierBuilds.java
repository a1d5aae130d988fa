package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What earlier builds left in the cache. The newest are kept, since a platform that still runs may load from them. */
final class EarlierBuilds {

    private static final int KEPT = 2;

    private EarlierBuilds() {}

    /** Removes them: copies of the platform, and jars taken apart. */
    static void drop(Installation installation) {
        try {
            dropBelow(installation.cache().resolve("platform"));
            for (Path jar : directoriesIn(installation.cache().resolve("extracted"))) {
                dropBelow(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropBelow(Path directory) throws IOException {
        for (Path old : directoriesIn(directory).stream()
                .sorted(Comparator.comparingLong((Path path) -> path.toFile().lastModified())
                        .reversed())
                .skip(KEPT)
                .toList()) {
            FileTrees.delete(old);
        }
    }

    private static List<Path> directoriesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
