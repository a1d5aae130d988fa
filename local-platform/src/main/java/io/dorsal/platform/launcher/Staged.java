package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The copies of the platform that the script made of earlier builds; once this one starts, nobody runs from them. */
final class Staged {

    private static final String COPIES = "platform";

    private Staged() {}

    static void dropOthers(Installation installation) {
        Path own = installation.platformDirectory();
        Path copies = installation.cache().resolve(COPIES);
        if (!own.startsWith(copies)) {
            return;
        }
        try (Stream<Path> all = Files.list(copies)) {
            for (Path copy : all.filter(Files::isDirectory)
                    .filter(path -> !path.equals(own))
                    .toList()) {
                FileTrees.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
