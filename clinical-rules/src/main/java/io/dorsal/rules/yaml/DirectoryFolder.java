package io.dorsal.rules.yaml;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A ruleset in a folder of the file system. */
record DirectoryFolder(Path directory) implements RulesetFolder {
    private static final Pattern VERSION = Pattern.compile("\\d{4}\\.\\d+(-[a-z0-9.]+)?");

    DirectoryFolder {
        directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Optional<byte[]> read(String file) {
        Path path;
        try {
            path = directory.resolve(file).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!path.startsWith(directory) || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return Optional.of(stream.readNBytes(LARGEST_FILE + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> files() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(path -> !Files.isDirectory(path))
                    .forEach(path ->
                            names.add(directory.relativize(path).toString().replace(File.separatorChar, '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    @Override
    public Optional<String> namedVersion() {
        return Optional.ofNullable(directory.getFileName())
                .map(Path::toString)
                .filter(name -> VERSION.matcher(name).matches());
    }
}
