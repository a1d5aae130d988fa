package io.dorsal.rules.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a ruleset lie. */
@FunctionalInterface
public interface RulesetFolder {

    /** The bytes of the file, its name relative to the folder; empty if there is none. */
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
            Path path = directory.resolve(file).normalize();
            if (!path.startsWith(directory.normalize()) || !Files.isRegularFile(path)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readAllBytes(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
