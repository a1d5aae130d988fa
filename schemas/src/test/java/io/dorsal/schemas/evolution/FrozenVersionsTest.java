package io.dorsal.schemas.evolution;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A version that was published never changes, nor do its golden bytes. {@code frozen.sha256} pins them; publishing adds
 * what is new, and a line of it is changed by nobody.
 */
class FrozenVersionsTest {

    private static final boolean PUBLISH = Boolean.getBoolean("dorsal.schemas.publish");
    private static final Path PINS = Path.of("src/test/resources/frozen.sha256");
    private static final Path PUBLISHED = Path.of("src/main/resources/published");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void everyFrozenFileIsAsItWasPublished() throws IOException {
        Map<String, String> pinned = pinned();
        Map<String, String> present = present();
        if (PUBLISH) {
            present.forEach(pinned::putIfAbsent);
            Files.write(
                    PINS,
                    pinned.entrySet().stream()
                            .map(file -> file.getValue() + "  " + file.getKey())
                            .toList());
        }

        assertThat(present)
                .as("frozen files; what is new is pinned by publishing, and what is published never changes")
                .isEqualTo(pinned);
    }

    private static Map<String, String> pinned() throws IOException {
        try (Stream<String> lines = Files.lines(PINS)) {
            return lines.map(line -> line.split("  ", 2))
                    .collect(toMap(parts -> parts[1], parts -> parts[0], (a, b) -> a, TreeMap::new));
        }
    }

    private static Map<String, String> present() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path folder : new Path[] {PUBLISHED, GOLDEN}) {
            try (Stream<Path> files = Files.walk(folder)) {
                hashes.putAll(files.filter(Files::isRegularFile)
                        .collect(Collectors.toMap(
                                file -> file.toString().replace('\\', '/'), FrozenVersionsTest::sha256)));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
