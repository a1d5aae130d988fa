package io.dorsal.rules.yaml;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

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

    /**
     * The names of all files in the folder; empty where that cannot be told.
     *
     * @throws UncheckedIOException if it cannot be listed
     */
    default Set<String> files() {
        return Set.of();
    }

    /** The version that the folder is named for, if it is. */
    default Optional<String> namedVersion() {
        return Optional.empty();
    }

    /** A ruleset packed with this module. */
    static RulesetFolder packed(String version) {
        return new PackedFolder(version);
    }

    /** A ruleset in a folder of the file system. */
    static RulesetFolder directory(Path directory) {
        return new DirectoryFolder(directory);
    }
}
