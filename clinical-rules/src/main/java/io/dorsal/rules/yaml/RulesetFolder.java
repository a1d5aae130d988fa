package io.dorsal.rules.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a ruleset lie. */
@FunctionalInterface
public interface RulesetFolder {

    /** What a file may hold at most, in bytes: some thirty times the largest of the first edition. */
    int LARGEST_FILE = 1 << 20;

    /**
     * The bytes of the file, its name relative to the folder, and no more than one beyond the largest; empty if there is no
     * such file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    Optional<byte[]> read(String file);

    /** A ruleset packed with this module. */
    static RulesetFolder packed(String version) {
        return file -> {
            try (InputStream stream = RulesetFolder.class.getResourceAsStream("/rulesets/" + version + "/" + file)) {
                return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** A ruleset in a folder of the file system. */
    static RulesetFolder directory(Path directory) {
        return file -> {
            Path path;
            try {
                path = directory.resolve(file).normalize();
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
            if (!path.startsWith(directory.normalize()) || !Files.isRegularFile(path)) {
                return Optional.empty();
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return Optional.of(stream.readNBytes(LARGEST_FILE + 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
