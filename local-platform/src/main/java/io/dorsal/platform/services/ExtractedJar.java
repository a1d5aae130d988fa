package io.dorsal.platform.services;

import io.dorsal.platform.jvm.Fingerprint;
import io.dorsal.platform.jvm.Jdk;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** A Boot jar taken apart once, since a JVM starts faster from plain jars, and only those can have a start cache. */
final class ExtractedJar {

    private ExtractedJar() {}

    /** The plain jar to start, whose manifest names the others. */
    static Path of(Path bootJar, Path cache) {
        if (!Files.exists(bootJar)) {
            throw new PartFailure(bootJar + " has not been built");
        }
        Path home = cache.resolve("extracted").resolve(bootJar.getFileName().toString());
        Path extracted = home.resolve(Fingerprint.ofContent(bootJar));
        if (!Files.isDirectory(extracted)) {
            extract(bootJar, home, extracted);
        }
        return extracted.resolve(bootJar.getFileName());
    }

    static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path bootJar, Path home, Path extracted) {
        try {
            Files.createDirectories(home);
            Path draft = Files.createTempDirectory(home, "draft");
            Child.Outcome outcome = Child.run(
                    List.of(
                            Jdk.java(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            bootJar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            draft.toString()),
                    Map.of());
            if (!outcome.ok() || !Files.exists(draft.resolve(bootJar.getFileName()))) {
                throw new PartFailure(bootJar + " could not be extracted: " + outcome.output());
            }
            Files.move(draft, extracted, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFirst) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
